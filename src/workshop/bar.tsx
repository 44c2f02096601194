import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import './bar.css';
import { Controls } from './bar-controls.tsx';
import { Asking, News } from './bar-notices.tsx';
import { keepClassProfile } from './class-profile.ts';
import { keepTraces } from './home/keep-traces.ts';
import { TakeHome } from './home/take-home.tsx';
import { amend, kept } from './kept.ts';
import { openLamp } from './lamp.ts';
import { addressOf, type Goal, goalOf, moveFor } from './lead.ts';
import { type Member, openMember } from './member.ts';
import { openPausing, Paused } from './pausing.tsx';
import { Seen } from './seen.tsx';
import { SpotlightNotice } from './spotlight-notice.tsx';
import { tellAnswers } from './tell-answers.ts';
import { openTogether } from './together.tsx';
import { VoteCard } from './vote-card.tsx';
import { watchPage } from './whereabouts.ts';

export type Desk = ReturnType<typeof openDesk>;

/** The bar of whoever has a seat, on this page until they leave. */
export function mountBar(member: Member = openMember(kept('seat')!)) {
  document.documentElement.dataset.seat = '';
  const root = document.body.appendChild(document.createElement('div'));
  root.className = 'workshop-bar';
  const leaving = new AbortController();
  const desk = openDesk(member, leaving.signal);
  const close = () => {
    leaving.abort();
    render(null, root);
    root.remove();
    delete document.documentElement.dataset.seat;
  };
  render(<Bar desk={desk} close={close} />, root);
}

function openDesk(member: Member, leaving: AbortSignal) {
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

  const followed = ({ nr }: Goal) => {
    amend('seat', { led: Math.max(nr, kept('seat')?.led ?? 0) });
    isAsking.value = false;
  };
  const goTo = (to: Goal) => {
    followed(to);
    // On the same page nothing is loaded anew: a lab that runs goes on.
    if (to.page !== location.pathname) location.assign(addressOf(to));
    else if (to.heading) location.hash = to.heading;
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
  const end = effect(consider);
  const endKeeping = effect(() => {
    if (told.value !== undefined) amend('seat', { pair: told.value });
  });
  leaving.addEventListener('abort', end);
  leaving.addEventListener('abort', endKeeping);
  document.addEventListener('visibilitychange', consider, { signal: leaving });

  return {
    ...{ member, said, view, own, lead, goal, pair, together, pausing, isAsking, isOpen, goTo, followed, lamp, traces },
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

function Bar({ desk, close }: { desk: Desk; close(): void }) {
  const { member, view, isOpen } = desk;
  if (member.over.value) return <Over sentence={member.over.value} close={close} />;
  if (view.value && view.value.endedAt !== null) return <Ended desk={desk} />;
  return (
    <aside aria-label="Workshop">
      {isOpen.value && <Seen desk={desk} />}
      <News desk={desk} />
      <Paused desk={desk} />
      <SpotlightNotice desk={desk} />
      <VoteCard desk={desk} />
      {desk.isAsking.value && <Asking desk={desk} />}
      <Controls desk={desk} />
    </aside>
  );
}

const Over = ({ sentence, close }: { sentence: string; close(): void }) => (
  <aside aria-label="Workshop">
    <div class="row">
      <p role="status">{sentence}</p>
      <button type="button" onClick={close}>
        Close
      </button>
    </div>
  </aside>
);

function Ended({ desk }: { desk: Desk }) {
  const { view } = desk;
  return (
    <aside aria-label="Workshop">
      <div class="row">
        <p role="status">
          <b>{view.value!.title}</b> has ended.
        </p>
        <TakeHome desk={desk} />
        <button type="button" onClick={desk.leave}>
          Leave
        </button>
      </div>
    </aside>
  );
}
