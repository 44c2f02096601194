import { limits } from './limits.ts';

/** Every way in which the server says no, with enough facts to help. */
export type Refusal =
  | { reason: 'malformed'; message: string; where: string[] }
  | { reason: 'unknown-message'; message: string; meant?: string }
  | { reason: 'no-room' }
  | { reason: 'wrong-password' }
  | { reason: 'room-full' }
  | { reason: 'no-desk' }
  | { reason: 'house-full' }
  | { reason: 'too-fast'; waitMs: number }
  | { reason: 'not-here' }
  | { reason: 'wrong-type'; wanted: 'offer' | 'answer'; got: string }
  | { reason: 'foreign-id'; wanted: string }
  | { reason: 'id-taken'; offer: string }
  | { reason: 'no-such-peer'; seat: string }
  | { reason: 'no-such-offer'; offer?: string; caller?: string }
  | { reason: 'own-offer' }
  | { reason: 'already-answered'; by: string }
  | { reason: 'crossed'; by: string }
  | { reason: 'not-yours' }
  | { reason: 'too-many-offers' }
  | { reason: 'too-many-candidates' }
  | { reason: 'server-error' };

/** What every request is answered with. */
export type Reply<Value = unknown> = { ok: true; value: Value } | Refused;
/** The sentence travels along, so that a learner's console says more than a word with a hyphen in it. */
export type Refused = { ok: false; refusal: Refusal; sentence: string };

export const done = <Value>(value: Value): Reply<Value> => ({ ok: true, value });
export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal, sentence: explain(refusal) });

const seconds = (ms: number) => `${Math.max(1, Math.ceil(ms / 1000))} s`;

export function explain(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'malformed':
      return `The server could not read this ${refusal.message}: look at ${refusal.where.join(' and ') || 'its shape'}.`;
    case 'unknown-message':
      return `The server knows no message "${refusal.message}". ${refusal.meant ? `Did you mean "${refusal.meant}"?` : ''}`.trim();
    case 'no-room':
      return 'You are connected, but in no room. Connect with auth: { userName, password: "x" } to be in the lobby.';
    case 'wrong-password':
      return 'This is not the password of this room. In the lobby it is "x", as in the course; elsewhere ask whoever opened it.';
    case 'room-full':
      return `All ${limits.seats} seats of this room are taken. Choose another room.`;
    case 'no-desk':
      return 'Nobody plays the server in the lobby: its password is everybody’s.';
    case 'house-full':
      return 'This server holds as much as it can. Try again when others have left.';
    case 'too-fast':
      return `That was too much at once. Wait ${seconds(refusal.waitMs)}, and look for a loop that sends without end.`;
    case 'not-here':
      return 'You have no seat in this room. Connect again to have one.';
    case 'wrong-type':
      return `A description of type "${refusal.wanted}" belongs here, and this one is of type "${refusal.got}".`;
    case 'foreign-id':
      return `The id of an offer begins with the seat of its maker. Yours have to begin with "${refusal.wanted}".`;
    case 'id-taken':
      return 'You have made another offer under this id. Give each offer an id of its own.';
    case 'no-such-peer':
      return 'Whom this offer is for is not in the room.';
    case 'no-such-offer':
      return refusal.caller === undefined
        ? 'There is no such offer: it was never made, was withdrawn, or whoever made it has left.'
        : `There is no open offer of "${refusal.caller}": it was answered or withdrawn, or they have left.`;
    case 'own-offer':
      return 'This is your own offer. Somebody else has to answer it.';
    case 'already-answered':
      return `This offer was answered already, by "${refusal.by}". An offer is answered once.`;
    case 'crossed':
      return `An offer of "${refusal.by}" was here first. Set it as remote description, which takes yours back, and answer it.`;
    case 'not-yours':
      return 'This offer is between two others.';
    case 'too-many-offers':
      return `You have ${limits.offers} offers waiting in this room. Withdraw one before you make another.`;
    case 'too-many-candidates':
      return `Nobody has taken the ${limits.candidates} candidates that are held already. No more are held.`;
    case 'server-error':
      return 'The server made a mistake of its own. What it was stands in its log.';
  }
}
