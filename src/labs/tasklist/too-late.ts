import type { Call } from './call.ts';
import { listen } from './tasklist.ts';

// Steps that no list should have.

export async function makeAConnectionAndDoNotListen(call: Call) {
  call.peer = call.newPeer();
}

export async function listenTooLate(call: Call) {
  listen(call);
}
