import { signal } from '@preact/signals';
import { type LearnerChange, type LearnerSight, seeLearner } from '../../protocol/workshop/changes.ts';
import type { Refusal } from '../../protocol/workshop/refusal.ts';
import type { Event, Hello } from '../../protocol/workshop.ts';
import { newId } from '../carriers/new-id.ts';
import { expected } from './expected.ts';
import { amend, forget, type KeptSeat, kept } from './kept.ts';
import { type Line, openLine } from './line.ts';
import { acknowledged, letter, newOutbox, put, type Waiting } from './outbox.ts';

export type Member = ReturnType<typeof openMember>;

const drawer = 'trickle:unsaid';

/** Whatever is acknowledged is told with the next changes, long before this. */
const toldByMs = 2_000;

/** Somebody with a seat, over connections that come and go. */
export function openMember(seat: KeptSeat) {
  const { code } = seat;
  const sight = signal<LearnerSight | undefined>(undefined);
  const standing = signal<'connecting' | 'connected' | 'lost'>('connecting');
  /** Why there is no seat any more. */
  const over = signal('');
  /** Why the server lets nobody in just now; and whether it can keep nothing of what is done. */
  const waits = signal('');
  const isUnkept = signal(false);
  const aheadMs = signal(0);
  const { promise: isIn, resolve: letIn } = Promise.withResolvers<boolean>();
  let outbox = newOutbox(newId(), unsaid(code));
  /** What the server said last, and what it has granted since without having shown yet what came of it. */
  let told: LearnerSight | undefined;
  let granted: readonly Event[] = [];
  let sending: Promise<void> | undefined;

  const line: Line = openLine<LearnerChange>({
    hello: () => hello(kept('seat') ?? seat),
    welcome({ token, now, sight: whole }) {
      amend('seat', { token, word: undefined, name: whole.own.name, code: whole.view.code });
      aheadMs.value = now - performance.now();
      hear(whole);
      standing.value = 'connected';
      waits.value = '';
      letIn(true);
      void send();
    },
    changed(change) {
      if (told) hear(seeLearner(told, change));
    },
    lost() {
      standing.value = 'lost';
    },
    waits: (sentence) => {
      waits.value = sentence;
    },
    over: (sentence) => end(sentence),
  });

  function hear(whole: LearnerSight) {
    [told, granted] = [whole, []];
    show();
  }

  /** What was done is seen at once; of what is refused the server's word is left. */
  function show() {
    const ahead = [...granted, ...outbox.waiting.map(({ event }) => event)];
    if (told) sight.value = expected(told, ahead, performance.now() + aheadMs.value);
  }

  function grant(events: readonly Event[]) {
    granted = [...granted, ...events];
    setTimeout(() => {
      granted = granted.filter((event) => !events.includes(event));
      show();
    }, toldByMs);
  }

  function end(sentence: string) {
    over.value = sentence;
    line.close();
    leaveUnsaid(code, []);
    forget('seat');
    letIn(false);
  }

  const send = () =>
    (sending ??= sayAll().finally(() => {
      sending = undefined;
    }));

  /** One message at a time, so that everything arrives in its order; what is not acknowledged waits for the next welcome. */
  async function sayAll() {
    try {
      for (let next = letter(outbox); next && standing.value === 'connected'; next = letter(outbox)) {
        const reply = await line.ask<{ upTo: number; refused: { nr: number }[] }>('did', next);
        isUnkept.value = !reply.ok && reply.refusal.reason === 'cannot-keep';
        if (!reply.ok && reply.refusal.reason !== 'malformed') return again(reply.refusal);
        const isGranted = ({ nr }: { nr: number }) => reply.ok && !reply.value.refused.some((one) => one.nr === nr);
        grant(next.events.filter(isGranted).map(({ event }) => event));
        change(acknowledged(outbox, next.source, next.events.at(-1)!.nr));
      }
    } catch {
      // No answer came: it is said again when the connection is back.
    }
  }

  /** What is too much for now, or for a disk that is full, is said again after a while. */
  const again = (why: Refusal) => void setTimeout(send, 'waitMs' in why ? why.waitMs : 5_000);

  function change(changed: typeof outbox) {
    outbox = changed;
    leaveUnsaid(code, outbox.waiting);
    show();
  }

  function does(event: Event) {
    change(put(outbox, event));
    return send();
  }

  return {
    sight,
    standing,
    over,
    waits,
    isUnkept,
    /** The server's clock. */
    now: () => performance.now() + aheadMs.value,
    isIn,
    does,
    ask: line.ask,
    async leave() {
      await does({ what: 'left' });
      end('You have left the workshop.');
    },
    close: line.close,
  };
}

function hello({ code, token, word, ticket, name, invitation }: KeptSeat): Hello {
  if (token !== undefined) return { as: 'learner', seat: token };
  if (word !== undefined) return { as: 'mover', code, word };
  return { as: 'newcomer', code, ticket, name, ...(invitation && { invitation }) };
}

/** What an earlier page of this tab could not say any more. */
function unsaid(code: string): Waiting[] {
  try {
    const left = JSON.parse(sessionStorage.getItem(drawer)!) as { code: string; waiting: Waiting[] } | null;
    return left?.code === code ? left.waiting : [];
  } catch {
    return [];
  }
}

function leaveUnsaid(code: string, waiting: readonly Waiting[]) {
  try {
    if (waiting.length === 0) sessionStorage.removeItem(drawer);
    else sessionStorage.setItem(drawer, JSON.stringify({ code, waiting }));
  } catch {
    // It waits in this page alone.
  }
}
