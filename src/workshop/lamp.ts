import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { OwnView } from '../../protocol/workshop/views.ts';
import type { RunningLab } from '../labs/run-lab.ts';
import type { Member } from './member.ts';
import { watchRunningLab } from './running-lab.ts';
import { type Shining, shine } from './shining.ts';

const drawer = 'trickle:spotlit';
type Agreed = { id: string; began: boolean };

/**
 * Shows the class what the lab of this tab records, once its learner agrees: the one that runs, or the next that is
 * started. It ends with that lab; no other is shown in its place.
 */
export function openLamp(member: Member, asked: ReadonlySignal<OwnView['spotlight']>, leaving: AbortSignal) {
  const lab = signal<RunningLab | undefined>(undefined);
  /** The spotlight for which somebody has agreed in this very tab, also on an earlier page of it. */
  const agreed = signal<Agreed | undefined>(recall());
  let shining: (Shining & { lab: RunningLab }) | undefined;

  const set = (now: Agreed | undefined) => {
    agreed.value = now;
    note(now);
  };
  function dim() {
    shining?.end();
    shining = undefined;
  }
  function stop(spotlight: string) {
    shining?.sayTheRest();
    dim();
    set(undefined);
    void member.does({ what: 'stoppedSpotlit', spotlight });
  }
  function consider() {
    const [spotlight, running, mine] = [asked.value, lab.value, agreed.value];
    const isConnected = member.standing.value === 'connected';
    if (spotlight?.consent !== 'given' || spotlight.id !== mine?.id) return dim();
    // Also a page that was loaded anew has stopped its lab.
    if (mine.began && (!shining || shining.lab !== running)) return stop(spotlight.id);
    if (!running) return;
    if (!shining) {
      shining = {
        ...shine(running.trace, (entries) => member.ask('trace', { spotlight: spotlight.id, entries })),
        lab: running,
      };
      set({ id: spotlight.id, began: true });
    }
    shining.go(isConnected);
  }

  watchRunningLab((host) => {
    lab.value = host?.lab;
  }, leaving);
  const end = effect(consider);
  leaving.addEventListener('abort', () => {
    end();
    dim();
  });

  const say = (agrees: boolean) => {
    const { id } = asked.value!;
    set(agrees ? { id, began: false } : undefined);
    void member.does({ what: 'agreedToSpotlight', spotlight: id, agrees });
  };
  return { agreed, lab, agree: () => say(true), refuse: () => say(false) };
}

function recall(): Agreed | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(drawer)!) as Agreed | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function note(agreed: Agreed | undefined) {
  try {
    if (agreed) sessionStorage.setItem(drawer, JSON.stringify(agreed));
    else sessionStorage.removeItem(drawer);
  } catch {
    // It holds for this page.
  }
}
