import type { Entry } from '../../protocol/entry.ts';
import { createRecorder } from '../trace/recorder.ts';
import { createTrace } from '../trace/trace.ts';

/**
 * A call in which Bob answers before he has heard Alice's offer and Alice takes his answer twice. Both are refused, and
 * the call comes about all the same. One of our examples: `npm run traces` runs it in a real browser.
 */
export async function answerTooEarly(): Promise<Entry[]> {
  const trace = createTrace(() => performance.now());
  const recorder = createRecorder({ trace, lineOf: () => undefined, found: () => {} });
  const [alice, bob] = [recorder.newPeer('alice'), recorder.newPeer('bob')];
  let letters = 0;

  function post(from: 'alice' | 'bob', name: string, body: unknown) {
    const mail = `post:${++letters}`;
    const to = from === 'alice' ? 'bob' : 'alice';
    const copy = JSON.parse(JSON.stringify(body));
    trace.append({ who: from, what: 'sent', name, body: copy, mail });
    return () => {
      trace.append({ who: to, what: 'received', name, body: copy, mail });
      return copy;
    };
  }

  const early: (() => Promise<void>)[] = [];
  const passOn = (from: 'alice' | 'bob', peer: RTCPeerConnection) => (event: RTCPeerConnectionIceEvent) => {
    const receive = post(from, 'candidate', event.candidate);
    const take = () => peer.addIceCandidate(receive());
    // Without the description that they belong to, candidates are refused as well.
    if (peer.remoteDescription) take();
    else early.push(take);
  };
  alice.onicecandidate = passOn('alice', bob);
  bob.onicecandidate = passOn('bob', alice);

  alice.createDataChannel('chat');
  const offer = await alice.createOffer();
  await alice.setLocalDescription(offer);
  const receiveOffer = post('alice', 'offer', offer);
  await bob.createAnswer().catch(() => {});
  await bob.setRemoteDescription(receiveOffer());
  const answer = await bob.createAnswer();
  await bob.setLocalDescription(answer);
  const heard = post('bob', 'answer', answer)();
  await alice.setRemoteDescription(heard);
  await alice.setRemoteDescription(heard).catch(() => {});
  for (const take of early) await take();
  await Promise.all([alice, bob].map(connected));
  for (const peer of [alice, bob]) peer.close();
  return [...trace.entries];
}

async function connected(peer: RTCPeerConnection) {
  while (peer.connectionState !== 'connected') {
    await new Promise((changed) => peer.addEventListener('connectionstatechange', changed, { once: true }));
  }
}
