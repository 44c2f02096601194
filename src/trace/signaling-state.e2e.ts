import { expect, test } from '@playwright/test';
import { explain } from './explain-move.ts';
import { after, type Browser, type Move, moves, signalingStates } from './signaling-state.ts';

/** Brings a connection into a state, asks it for a move, and says where that led or by which error it was refused. */
async function drive({ state, move }: { state: RTCSignalingState; move: Move }): Promise<string> {
  const withChannel = () => {
    const peer = new RTCPeerConnection();
    peer.createDataChannel('chat');
    return peer;
  };
  const answered = async (peer: RTCPeerConnection, offer: RTCSessionDescription) => {
    await peer.setRemoteDescription(offer);
    return (await peer.createAnswer()).sdp!;
  };
  const [alice, bob] = [withChannel(), withChannel()];

  if (state === 'have-local-offer' || state === 'have-remote-pranswer') await alice.setLocalDescription();
  if (state === 'have-remote-offer' || state === 'have-local-pranswer') {
    await bob.setLocalDescription();
    await alice.setRemoteDescription(bob.localDescription!);
  }
  if (state === 'have-local-pranswer') {
    const { sdp } = await alice.createAnswer();
    await alice.setLocalDescription({ type: 'pranswer', sdp: sdp! });
  }
  if (state === 'have-remote-pranswer') {
    await alice.setRemoteDescription({ type: 'pranswer', sdp: await answered(bob, alice.localDescription!) });
  }
  if (state === 'closed') alice.close();
  if (alice.signalingState !== state) throw new Error(`${alice.signalingState} instead of ${state}`);

  const [side, type] = move.split(' ') as ['local' | 'remote', RTCSdpType];
  const description = async (): Promise<RTCLocalSessionDescriptionInit> => {
    if (type === 'rollback') return { type };
    if (side === 'local') {
      // Chromium 156 makes a final answer of a provisional one that comes without SDP.
      const needsSdp = type === 'pranswer' && /have-remote-offer|have-local-pranswer/.test(state);
      return needsSdp ? { type, sdp: (await alice.createAnswer()).sdp! } : { type };
    }
    if (type === 'offer') {
      const offerer = bob.signalingState === 'have-remote-offer' ? withChannel() : bob;
      return { type, sdp: (await offerer.createOffer()).sdp! };
    }
    if (bob.signalingState === 'have-remote-offer') return { type, sdp: (await bob.createAnswer()).sdp! };
    if (state === 'have-local-offer') return { type, sdp: await answered(bob, alice.localDescription!) };
    const [carol, dave] = [withChannel(), withChannel()];
    await carol.setLocalDescription();
    return { type, sdp: await answered(dave, carol.localDescription!) };
  };
  const asked = (await description()) as RTCSessionDescriptionInit;
  const set = side === 'local' ? alice.setLocalDescription(asked) : alice.setRemoteDescription(asked);
  const led = await set.then(
    () => alice.signalingState,
    (error: Error) => error.name,
  );
  if (led.endsWith('Error') && alice.signalingState !== state) throw new Error(`refused, yet ${alice.signalingState}`);
  alice.close();
  bob.close();
  return led;
}

const reachable = (state: RTCSignalingState, browser: Browser) =>
  state === 'stable' ||
  state === 'closed' ||
  signalingStates.some((from) => from !== state && moves.some((move) => after(from, move, browser) === state));

test('in every state the browser does what the table says', { tag: '@both' }, async ({ page, browserName }) => {
  const browser = browserName as Browser;
  for (const state of signalingStates) {
    await test.step(state, async () => {
      if (!reachable(state, browser)) {
        await expect(page.evaluate(drive, { state, move: moves[0]! })).rejects.toThrow('NotSupportedError');
        return;
      }
      for (const move of moves) {
        const led = await page.evaluate(drive, { state, move });
        const says = after(state, move, browser) ?? explain(state, move, browser)!.error;
        expect.soft(`${state}, ${move}: ${led}`).toBe(`${state}, ${move}: ${says}`);
      }
    });
  }
});
