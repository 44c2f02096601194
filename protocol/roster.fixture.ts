import { roster } from './roster.ts';
import type { Reply } from './workshop/refusal.ts';
import type { Granted, Input, Workshop } from './workshop/state.ts';
import { noWorkshop } from './workshop/state.ts';
import { ownView } from './workshop/views.ts';
import type { Command, Event } from './workshop.ts';

export const openedInput: Input = {
  at: 0,
  by: { role: 'server', id: 'server' },
  what: 'opened',
  code: 'CDFG-HJKM',
  title: 'WebRTC in an evening',
  agenda: [{ title: 'Media', page: '/lessons/media/', minutes: 20 }],
  locks: { key: 'key', recovery: 'recovery' },
};

type Said = Input extends infer One ? (One extends Input ? Omit<One, 'at' | 'by'> : never) : never;

/** A workshop to be played with: grace drives, and every input comes a second after the one before. */
export function openWorkshop() {
  let state: Workshop = noWorkshop;
  let [at, count] = [0, 0];

  function put(by: Input['by'], said: Said, when = (at += 1_000)) {
    const step = roster(state, { at: when, by, ...said } as Input);
    state = step.state;
    const reply: Reply<Granted> = step.tell[0]!.reply;
    return reply.ok ? 'done' : reply.refusal.reason;
  }
  state = roster(state, openedInput).state;

  const play = {
    get state() {
      return state;
    },
    get now() {
      return at;
    },
    wait: (ms: number) => void (at += ms),
    put,
    learner: (seat: string) => state.learners.get(seat)!,
    joins: (...seats: string[]) =>
      seats.map((seat) => put({ role: 'learner', id: seat }, { what: 'joined', name: seat })).at(-1)!,
    comes: (console: string, role: 'instructor' | 'helper' | 'stage' = 'instructor') =>
      put({ role, id: console }, { what: 'consoleOpened', name: console }),
    does: (seat: string, event: Event, nr = (count += 1), source = 'page') =>
      put({ role: 'learner', id: seat }, { what: 'did', source, nr, event, fresh: `left${nr}` }),
    commands: (
      command: Command,
      console = 'grace',
      role: Input['by']['role'] = 'instructor',
      mail = `m${(count += 1)}`,
    ) => {
      const rooms =
        command.what === 'pair'
          ? [...command.groups, ...command.groups.flat()].map((_, nth) => `room${count}.${nth}`)
          : [];
      return put({ role, id: console }, { what: 'commanded', mail, fresh: `fresh${count}`, rooms, command });
    },
  };
  play.comes('grace');
  play.commands({ what: 'drive' });
  return play;
}

/** At a step of the 23. */
export const at = (step: number): Event => ({
  what: 'moved',
  place: { page: '/labs/tasklist/', lab: 'tasklist', step },
});

/** What somebody sees of themselves. */
export const own = (play: ReturnType<typeof openWorkshop>, seat: string) => ownView(play.state, play.learner(seat));
