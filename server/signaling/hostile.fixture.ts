import fc from 'fast-check';
import { expect } from 'vitest';
import { courseClient, inLobby, letIn } from './course-client.fixture.ts';

// Messages of every kind and shape that somebody can make a client send: what is no message at all, messages that are
// nearly right, and right ones at the wrong time.

const odd = fc.constantFrom<unknown>(
  null,
  '',
  0,
  -1,
  Number.MAX_VALUE,
  [],
  {},
  [[]],
  'x'.repeat(20_000),
  '\u0000\ud800\u202e',
  JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": 1}, "toString": null}'),
  JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`),
);
const bytes = fc.uint8Array({ maxLength: 64 });
const anything = fc.oneof(odd, fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }), bytes);

const description = (type: string) => ({ type, sdp: 'v=0\r\na=ice-ufrag:abcd\r\n' });
const right: fc.Arbitrary<[event: string, ...args: unknown[]]> = fc.constantFrom(
  ['newOffer', description('offer')],
  ['newOffer', description('offer'), { mail: 'm', offer: 'nobody:1', to: 'nobody' }],
  ['newAnswer', { offererUserName: 'alice', answer: description('answer') }],
  ['newAnswer', { offerId: 'nobody:1', answer: description('answer') }, { mail: 'm' }],
  ['sendIceCandidateToSignalingServer', { iceCandidate: { candidate: 'candidate:1', sdpMid: '0' } }, { offer: 'x:1' }],
  ['sendIceCandidateToSignalingServer', { iceCandidate: null, iceUserName: 'alice', didIOffer: true }],
  ['collectCandidates', { offer: 'nobody:1' }],
  ['withdrawOffer', { offer: 'nobody:1' }],
  ['hangUp', { offer: 'nobody:1' }, { mail: 'm' }],
);

/** Some place in a value, and something else there. */
function changed(value: unknown, path: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null || path % 3 === 0) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[path % keys.length]!;
  const inner = changed((value as Record<string, unknown>)[key], Math.floor(path / 3), by);
  return Array.isArray(value) ? value.map((item, at) => (`${at}` === key ? inner : item)) : { ...value, [key]: inner };
}
const nearly = fc.tuple(right, fc.nat(10_000), anything).map(([[event, ...args], path, by]): [string, ...unknown[]] => {
  const other = changed(args, path, by);
  return [event, ...(Array.isArray(other) ? other : [other])];
});

const names = fc.oneof(
  fc.constantFrom(
    'error',
    '__proto__',
    'constructor',
    'toString',
    'welcome',
    'availableOffers',
    'connection',
    'data',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const unknown = fc.tuple(names, fc.array(anything, { maxLength: 4 })).map(([event, args]): [string, ...unknown[]] => {
  return [event, ...args];
});

/** As Socket.IO's client would send it. */
const message = fc.oneof(right, nearly, unknown);

const frames = fc.constantFrom(
  '',
  '\u0000',
  ...'0{"sid":"x"} 1 2probe 3probe 4 5 6 7 b bAAAA'.split(' '),
  ...'40 40{"token": 40{"userName":"eve","room":"noise"} 40/admin, 40/%00,{"x":1} 41 41/admin,'.split(' '),
  ...'42 42[ 42[] 42[null] 42[7,8] 42{"a":1} 42["newOffer" 42["newOffer",] 4212["hangUp"] 42["disconnect"]'.split(' '),
  ...'42["connect_error",1] 4299999999999999999999["newOffer",1] 43[] 431["x"] 44{"message":"x"} 45 461-1[]'.split(' '),
  ...'451-[] 451-["newOffer",{"_placeholder":true,"num":0}] 45999999999-["x"] 452-["x",{"_placeholder":true}]'.split(
    ' ',
  ),
  '42["newOffer",{"type":"offer","sdp":"\\ud800"}]',
  `42["newOffer",${'['.repeat(20_000)}${']'.repeat(20_000)}]`,
  `42["newOffer",${'{"type":'.repeat(5_000)}1${'}'.repeat(5_000)}]`,
  '9'.repeat(5_000),
);
/** As anything that opens a WebSocket can send it. */
const frame = fc.oneof(frames, fc.string({ unit: 'binary', maxLength: 200 }), bytes);

/** As somebody may introduce themselves. */
const introduction = fc.oneof(
  fc.dictionary(
    fc.constantFrom('userName', 'username', 'password', 'room', 'seat', 'heard', 'watch', '__proto__'),
    anything,
  ),
  fc.record({ userName: anything, password: fc.constant('x') }),
  fc.record({
    userName: fc.string({ unit: 'binary' }),
    password: fc.constant('x'),
    seat: fc.string(),
    heard: fc.nat(),
  }),
);

const attack = fc.record({
  introductions: fc.array(introduction, { minLength: 3, maxLength: 3 }),
  messages: fc.array(message, { minLength: 100, maxLength: 100, size: 'max' }),
  frames: fc.array(frame, { minLength: 5, maxLength: 20, size: 'max' }),
});

/** So many times a hundred messages and some noise. All is answered, and after each time two others have a call. */
export async function withstand(port: number, times: number) {
  let rooms = 0;
  await fc.assert(
    fc.asyncProperty(attack, async ({ introductions, messages, frames }) => {
      const room = `elsewhere ${(rooms += 1)}`;
      const join = (userName: string) => inLobby(port, userName, { room, password: 'secret' });
      const [alice, bob] = [await join('alice'), await join('bob')];
      for (const auth of introductions) await everyoneIsReceived(port, auth);
      await everythingIsAnswered(port, messages);
      await noiseIsSurvived(port, frames);
      alice.calls('alice offers');
      expect(await bob.answers(await bob.waitingOffer(), 'bob answers')).toEqual([]);
      await alice.told('answerResponse');
      expect(alice.events()).toEqual(['peerJoined', 'answerResponse']);
      expect(bob.events()).toEqual(['newOfferAwaiting']);
      for (const { socket } of [alice, bob]) socket.close();
    }),
    // What hangs is a failure as well, and this way it says with which seed.
    { numRuns: times, endOnFailure: true, timeout: 20_000 },
  );
}

async function everyoneIsReceived(port: number, auth: object) {
  const eve = courseClient(port, auth, { transports: ['websocket'] });
  // What is too long ends the connection before there is one, and the client's library says so nowhere else.
  const closed = new Promise((resolve) => eve.socket.io.on('close', resolve));
  await Promise.race([eve.told('connect'), eve.told('connect_error'), closed]);
  eve.socket.close();
}

async function everythingIsAnswered(port: number, messages: [string, ...unknown[]][]) {
  const eve = courseClient(port, { userName: 'eve', room: 'noise' }, { transports: ['websocket'] });
  await letIn(eve);
  const answers = messages.map(([event, ...args]) => eve.socket.emitWithAck(event, ...args));
  await Promise.race([Promise.all(answers), eve.told('disconnect')]);
  expect(eve.socket.connected, 'nothing of this ends a connection').toBe(true);
  eve.socket.close();
}

async function noiseIsSurvived(port: number, frames: (string | Uint8Array)[]) {
  const eve = courseClient(port, { userName: 'eve', room: 'noise' }, { transports: ['websocket'] });
  await letIn(eve);
  const { ws } = eve.socket.io.engine.transport as unknown as { ws: WebSocket };
  for (const frame of frames) ws.send(frame as string);
  await Promise.race([eve.settled(), eve.told('disconnect')]);
  eve.socket.close();
}
