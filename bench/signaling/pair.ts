import { io } from 'socket.io-client';

const candidates = 10;
// As long as a browser's description of a camera and a microphone.
const description = (type: string, ufrag: string) => ({
  type,
  sdp: `v=0\r\na=ice-ufrag:${ufrag}\r\n${'a=x\r\n'.repeat(1_000)}`,
});
const candidate = (usernameFragment: string, n: number) => ({
  candidate: `candidate:${n} 1 udp 2113937151 192.168.178.${n} 50000 typ host generation 0 ufrag ${usernameFragment}`,
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment,
});

export type Pair = Awaited<ReturnType<typeof openPair>>;

/** Alice and Bob, by programs as in the course, in a room of their own. */
export async function openPair(port: number, room: string) {
  const [alice, bob] = await Promise.all(['alice', 'bob'].map((userName) => connect(port, { userName, room })));
  let calls = 0;

  return {
    /** Offer, answer, and ten candidates each way: how long each of these took to get across. */
    async handshake(): Promise<number[]> {
      calls += 1;
      const [a, b] = [`a${calls}`, `b${calls}`];
      const began = performance.now();
      alice!.emit('newOffer', description('offer', a));
      const [offer] = (await heard(bob!, 'newOfferAwaiting')) as [object];
      const offered = performance.now();
      bob!.emitWithAck('newAnswer', { ...offer, answer: description('answer', b) });
      await heard(alice!, 'answerResponse');
      const answered = performance.now();
      const found = await Promise.all([trickle(alice!, bob!, a), trickle(bob!, alice!, b)]);
      return [offered - began, answered - offered, ...found.flat()];
    },
    close() {
      for (const socket of [alice, bob]) socket!.close();
    },
  };
}

type Client = ReturnType<typeof io>;

async function connect(port: number, auth: object): Promise<Client> {
  const socket = io(`http://127.0.0.1:${port}`, {
    auth,
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
  });
  await heard(socket, 'connect');
  return socket;
}

const heard = (client: Client, event: string) => new Promise<unknown>((resolve) => void client.once(event, resolve));

/** Sends them at once, as a browser finds them, and times each. */
function trickle(from: Client, to: Client, ufrag: string): Promise<number[]> {
  const began = performance.now();
  const took: number[] = [];
  const { promise, resolve } = Promise.withResolvers<number[]>();
  to.on('receivedIceCandidateFromServer', function came() {
    took.push(performance.now() - began);
    if (took.length < candidates) return;
    to.off('receivedIceCandidateFromServer', came);
    resolve(took);
  });
  for (let n = 0; n < candidates; n++)
    from.emit('sendIceCandidateToSignalingServer', {
      iceCandidate: candidate(ufrag, n),
      iceUserName: 'me',
      didIOffer: true,
    });
  return promise;
}
