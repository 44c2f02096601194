import { count } from '../../views/gist.ts';
import type { Foretold } from './foretell.ts';
import type { CallName } from './states.ts';

/** A call as one would write it. */
export function written(call: CallName): string {
  const [side, type] = call.split(' ');
  if (!type) return `${call}()`;
  return `${side === 'local' ? 'setLocalDescription' : 'setRemoteDescription'}(${type})`;
}

/** What a button says about itself, in a few words. */
export function briefly(call: CallName, foretold: Foretold, waiting: number): string {
  if ('missing' in foretold) return foretold.missing;
  if ('error' in foretold) return `✕ ${foretold.error}`;
  if (call === 'addIceCandidate') return `${count(waiting, 'candidate')} to try`;
  if (call === 'restartIce') return foretold.state === 'closed' ? 'changes nothing' : 'ICE anew, next offer';
  if (call.startsWith('create')) return foretold.also[0]!;
  return `→ ${foretold.state}`;
}

/** The same in whole sentences. */
export function atLength(foretold: Foretold): string {
  if ('missing' in foretold) return `Nothing to call it with: ${foretold.missing}.`;
  if ('error' in foretold) return `Would be refused. ${foretold.why} ${foretold.instead}`;
  const also = foretold.also.length ? `, and ${foretold.also.join(', ')}` : '';
  return `Allowed. Leads to ${foretold.state}${also}.`;
}
