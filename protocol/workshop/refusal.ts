import { type Refusal as AnyRefusal, explain as explainAnywhere } from '../refusal.ts';
import { limits } from './limits.ts';
import { type Power, powers, type Role } from './powers.ts';

type Shared = Extract<AnyRefusal, { reason: 'malformed' | 'unknown-message' | 'too-fast' | 'server-error' }>;

/** Why nothing can be kept: then nothing is promised either. */
export type KeepingTrouble = 'full' | 'too-much' | 'read-only' | 'damaged' | 'taken' | 'newer' | 'failed';

/** Every way in which a workshop says no. */
export type Refusal =
  | Shared
  | { reason: 'no-such-workshop' }
  | { reason: 'wrong-key' }
  | { reason: 'key-replaced' }
  | { reason: 'wrong-word' }
  | { reason: 'busy-door'; waitMs: number }
  | { reason: 'workshop-full' }
  | { reason: 'house-full' }
  | { reason: 'too-many-consoles' }
  | { reason: 'removed' }
  | { reason: 'not-here' }
  | { reason: 'ended' }
  | { reason: 'not-allowed'; what: Power }
  | { reason: 'not-driving'; driver?: string }
  | { reason: 'somebody-drives'; driver: string }
  | { reason: 'no-such-console' }
  | { reason: 'no-such-learner' }
  | { reason: 'twice-in-groups' }
  | { reason: 'no-such-pair' }
  | { reason: 'no-vote' }
  | { reason: 'vote-over' }
  | { reason: 'no-such-option' }
  | { reason: 'no-spotlight' }
  | { reason: 'no-hand' }
  | { reason: 'claimed'; by: string }
  | { reason: 'cannot-keep'; why: KeepingTrouble };

export type Refused = { ok: false; refusal: Refusal; sentence: string };
export type Reply<Value = unknown> = { ok: true; value: Value } | Refused;

export const done = <Value>(value: Value): Reply<Value> => ({ ok: true, value });
export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal, sentence: explain(refusal) });

export function explain(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'no-such-workshop':
      // One answer for a code that nobody has and for a door that is locked: who guesses learns nothing.
      return 'No workshop lets you in by this code. Look at it once more, or ask your instructor whether the door is locked.';
    case 'wrong-key':
      return 'This code and this key do not belong together.';
    case 'key-replaced':
      return 'This workshop was taken over with its recovery code, and the key in this browser opens nothing any more.';
    case 'wrong-word':
      return 'No seat waits under this word. Ask for a new one on your other device: each is good once, for five minutes.';
    case 'busy-door':
      return 'Many wrong codes are being tried here. Use the link or the QR code, or try again in a moment.';
    case 'workshop-full':
      return `All ${limits.learners} seats of this workshop are taken.`;
    case 'house-full':
      return 'This server holds as many workshops as it can. Try again when one has ended.';
    case 'too-many-consoles':
      return `There are ${limits.consoles} helpers and projectors in this workshop already.`;
    case 'removed':
      return 'Your instructor has taken you out of this workshop. Ask them, if that was a mistake.';
    case 'not-here':
      return 'You have no seat in this workshop. Join it by its code.';
    case 'ended':
      return 'This workshop has ended. What you did can still be taken home.';
    case 'not-allowed':
      return `Only ${whoMay(refusal.what)} can do that.`;
    case 'not-driving':
      return refusal.driver === undefined
        ? 'Nobody is at the wheel. Take it first.'
        : `"${refusal.driver}" is at the wheel. Ask for it first.`;
    case 'somebody-drives':
      return `"${refusal.driver}" is at the wheel, and can hand it over.`;
    case 'no-such-console':
      return 'That console is not here just now.';
    case 'no-such-learner':
      return 'That learner is not in this workshop any more.';
    case 'twice-in-groups':
      return 'A learner can be in one group only.';
    case 'no-such-pair':
      return 'That pair does not exist any more.';
    case 'no-vote':
      return 'There is no such vote any more.';
    case 'vote-over':
      return 'This vote is closed.';
    case 'no-such-option':
      return 'This vote has no such option.';
    case 'no-spotlight':
      return 'The spotlight is not on you any more.';
    case 'no-hand':
      return 'That hand is down already.';
    case 'claimed':
      return `"${refusal.by}" is on the way already.`;
    case 'cannot-keep':
      return troubles[refusal.why];
    default:
      return explainAnywhere(refusal);
  }
}

const roles: Record<Role, string> = {
  visitor: 'somebody who is in no workshop yet',
  learner: 'a learner',
  instructor: 'an instructor',
  driver: 'the instructor at the wheel',
  helper: 'a helper',
  stage: 'the projector',
};

function whoMay(what: Power): string {
  const all = powers[what];
  const named = all.includes('instructor') ? all.filter((role) => role !== 'driver') : all;
  return named.map((role) => roles[role]).join(' or ');
}

const troubles: Record<KeepingTrouble, string> = {
  full: 'The disk of the server is full, so nothing new can be kept. What was confirmed is safe; make room and try again.',
  'too-much':
    'This workshop has filled its share of what the server can keep, so that others have room, too. What was confirmed is safe. If somebody floods it, take them out and lock the room.',
  'read-only':
    'The server may not write where it keeps workshops. What was confirmed is safe; see who may write in its data folder.',
  damaged: 'The file in which workshops are kept is damaged. It was left as it is: move it away to begin a new one.',
  taken:
    'Another Trickle keeps its workshops in the same folder. Stop it, or start this one with --data and another folder.',
  newer: 'The file in which workshops are kept was written by a newer Trickle. It was left as it is.',
  failed: 'The server could not keep this. What was confirmed is safe; what happened stands in its log.',
};
