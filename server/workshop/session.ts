import { consoleSight, learnerSight, stageSight } from '../../protocol/workshop/changes.ts';
import type { Refusal, Refused } from '../../protocol/workshop/refusal.ts';
import type { Actor } from '../../protocol/workshop/state.ts';
import type { Hello } from '../../protocol/workshop.ts';
import { type Admitted, admitConsole, admitLearner } from './admit.ts';
import type { Ear, Role } from './ear.ts';
import type { LiveWorkshop } from './live-workshop.ts';
import type { Workshops } from './workshops.ts';

/** What a transport does for one connection; nothing in here knows which transport that is. */
export type Wire = {
  address: string;
  tell: Ear['tell'];
  show: Ear['show'];
  warn: Ear['warn'];
  isBehind(): boolean;
  end: Ear['end'];
};

/** One connection of somebody in a workshop; of a visitor, who is in none. */
export type Session = {
  role: Role | 'visitor';
  workshop?: LiveWorkshop;
  by?: Actor;
  address: string;
  /** Called when the client knows that it is connected: from here on it hears what changes. Nothing, if it was shown out. */
  start(): object | undefined;
  /** Why they are not in it any more. */
  whyOut?(): Refusal | undefined;
  /** The connection is gone. */
  lost(): void;
};

/** Lets in whoever introduces themselves, or says why not. */
export async function enter(house: Workshops, hello: Hello, wire: Wire): Promise<Session | Refused> {
  const { address } = wire;
  if (hello.as === 'visitor')
    return { role: 'visitor', address, start: () => ({ role: 'visitor', now: house.now() }), lost() {} };
  const isStaff = hello.as === 'instructor' || hello.as === 'guest';
  const admitted = await (isStaff ? admitConsole(house, hello) : admitLearner(house, hello));
  if ('refusal' in admitted) return admitted;
  return { ...sessionOf(house, admitted, wire), address };
}

function sessionOf(
  house: Workshops,
  { workshop, role, id, lock, depart }: Admitted,
  wire: Wire,
): Omit<Session, 'address'> {
  const by = { role, id };
  let [isLost, unfollow] = [false, () => {}];
  const whyOut = () => workshop.whyOut({ role, id, lock });

  return {
    role,
    workshop,
    by,
    whyOut,
    start() {
      if (isLost) return undefined;
      // Between the door and here they may have been taken out, or the key was replaced.
      const out = whyOut();
      if (out) return void wire.end(out);
      unfollow = workshop.follow({ role, id, lock, ...wire });
      return { ...about(house, workshop, by), nr: workshop.nr, now: workshop.now() };
    },
    lost() {
      if (isLost) return;
      isLost = true;
      unfollow();
      const isThere = role === 'learner' ? workshop.state.learners.has(id) : workshop.state.consoles.has(id);
      if (!depart() || !isThere) return;
      const what = role === 'learner' ? 'connectionLost' : 'consoleLost';
      // That they are gone is said again when the server is started again.
      workshop.take({ by, what }).catch(() => {});
    },
  };
}

function about({ passes }: Workshops, { code, state }: LiveWorkshop, { role, id }: { role: Role; id: string }) {
  if (role === 'learner') {
    const me = state.learners.get(id)!;
    return { role, seat: id, token: passes.signSeat(code, id, me.epoch + 1), sight: learnerSight(state, me) };
  }
  if (role === 'helper') return { role, console: id, sight: consoleSight(state) };
  const invitation = passes.signInvitation(code);
  const sight = role === 'stage' ? stageSight(state) : consoleSight(state);
  return { role, console: id, invitation, sight };
}
