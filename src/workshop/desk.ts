import { computed, effect, signal } from '@preact/signals';
import { keepClassProfile } from './class-profile.ts';
import { watchHeldUp } from './held-up.ts';
import { keepTraces } from './home/keep-traces.ts';
import { amend, kept } from './kept.ts';
import { openLamp } from './lamp.ts';
import { addressOf, anchorOf, type Goal, goalOf, moveFor } from './lead.ts';
import { showLedStep } from './led-step.ts';
import type { Member } from './member.ts';
import { openPausing } from './pausing.ts';
import { tellAnswers } from './tell-answers.ts';
import { openTogether } from './together.tsx';
import { watchPage } from './whereabouts.ts';

export type Desk = ReturnType<typeof openDesk>;

/** All that the bar shows, and what its buttons do: a learner's seat, on this page. */
export function openDesk(member: Member, leaving: AbortSignal) {
  const said = watchPage(({ place, standing }) => {
    void member.does({ what: 'moved', place });
    void member.does({ what: 'stood', standing });
  }, leaving);
  const isAsking = signal(false);
  const isOpen = signal(false);
  const view = computed(() => member.sight.value?.view);
  const own = computed(() => member.sight.value?.own);
  const lead = computed(() => view.value?.lead ?? null);
  const traces = keepTraces(() => view.value?.code ?? '', leaving);
  const pausing = openPausing({ member, view, leaving });
  keepClassProfile(member, view, leaving);
  tellAnswers(member, leaving);

  const lamp = openLamp(
    member,
    computed(() => own.value?.spotlight ?? null),
    leaving,
  );

  const told = computed(() => own.value?.pair);
  const pair = computed(() => {
    if (member.over.value) return null;
    return told.value === undefined ? (kept('seat')?.pair ?? null) : told.value;
  });
  /** Where this page is to be: with the class, or in the lab of the two. */
  const goal = computed(() => goalOf(lead.value, pair.value));
  const together = openTogether(pair, leaving);
  const heldUp = watchHeldUp(() => pair.value?.plays, leaving);

  const followed = ({ nr }: Goal) => {
    amend('seat', { led: Math.max(nr, kept('seat')?.led ?? 0) });
    isAsking.value = false;
  };
  const goTo = (to: Goal) => {
    followed(to);
    // On the same page nothing is loaded anew: a lab that runs goes on.
    if (to.page !== location.pathname) location.assign(addressOf(to));
    else {
      const anchor = anchorOf(to);
      if (anchor) location.hash = anchor;
      // Said once more, the same address moves nothing.
      if (anchor) document.getElementById(anchor)?.scrollIntoView();
    }
  };
  function consider() {
    if (document.hidden || !own.value) return;
    const move = moveFor(goal.value, {
      page: location.pathname,
      follows: own.value.follows,
      led: kept('seat')?.led ?? 0,
      isLabRunning: document.querySelector('lab-host[data-state="running"]') !== null,
    });
    isAsking.value = move === 'ask';
    if (move === 'go') goTo(goal.value!);
  }
  const ledStep = computed(() => {
    const isHere = goal.value?.page === location.pathname && own.value?.follows && member.over.value === '';
    return isHere ? goal.value!.step : undefined;
  });
  showLedStep(ledStep, leaving);
  const end = effect(consider);
  const endKeeping = effect(() => {
    if (told.value !== undefined) amend('seat', { pair: told.value });
  });
  leaving.addEventListener('abort', end);
  leaving.addEventListener('abort', endKeeping);
  document.addEventListener('visibilitychange', consider, { signal: leaving });

  return {
    ...{
      member,
      said,
      view,
      own,
      lead,
      goal,
      pair,
      together,
      heldUp,
      pausing,
      isAsking,
      isOpen,
      goTo,
      followed,
      lamp,
      traces,
    },
    async leave() {
      await traces.forget();
      await member.leave();
    },
    follow(follows: boolean) {
      void member.does({ what: 'followed', follows });
      if (follows && goal.value) goTo(goal.value);
    },
  };
}
