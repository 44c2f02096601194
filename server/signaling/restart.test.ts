import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clone, running } from '../process.fixture.ts';
import { type CourseClient, courseClient, ice } from './course-client.fixture.ts';

// kill -9 in the middle of a handshake. The server forgets every room; the seats are signed, the key is on disk, and
// each page tells its own part again, under the same ids.

type Welcome = { you: { seat: string; name: string }; resumed: boolean; token: string };
type Seated = { client: CourseClient; welcome: Welcome };

const room = { room: 'maths', password: 'secret' };

async function sit(port: number, userName: string, seat = ''): Promise<Seated> {
  const client = courseClient(port, { userName, ...room, seat, ...(seat && { heard: 7 }) });
  const [welcome] = (await client.told('welcome')) as [Welcome];
  return { client, welcome };
}

const description = (type: 'offer' | 'answer', who: string) => ({ type, sdp: `${who}'s ${type}` });

const offers = ({ client, welcome }: Seated) =>
  client.socket.emitWithAck('newOffer', description('offer', 'alice'), { mail: 'o', offer: `${welcome.you.seat}:1` });
const answers = ({ client }: Seated, offer: string) =>
  client.socket.emitWithAck('newAnswer', { answer: description('answer', 'bob') }, { mail: 'a', offer });
const finds = ({ client }: Seated, name: string, offer: string) =>
  client.socket.emitWithAck('sendIceCandidateToSignalingServer', { iceCandidate: ice(name) }, { mail: name, offer });

async function startIn(folder: string, port = 0) {
  const data = join(folder, 'data');
  return running(['--data', data, ...(port ? ['--port', `${port}`] : [])], { folder });
}

test.each([
  ['after the offer', 1],
  ['after the candidates of the offer', 2],
  ['after the answer', 3],
  ['after everything', 4],
])('killed %s, the server finds everybody in their seat again, and the call completes', async (_, reached) => {
  const folder = clone();
  const first = await startIn(folder);
  const before = { alice: await sit(first.port, 'alice'), bob: await sit(first.port, 'bob') };
  const offer = `${before.alice.welcome.you.seat}:1`;
  const parts = [
    () => offers(before.alice),
    () => finds(before.alice, 'a1', offer),
    () => answers(before.bob, offer),
    () => finds(before.bob, 'b1', offer),
  ];
  for (const part of parts.slice(0, reached)) expect(await part()).not.toHaveProperty('refusal');

  const gone = [before.alice, before.bob].map(({ client }) => client.told('disconnect'));
  first.child.kill('SIGKILL');
  await Promise.all([...gone, first.ended]);
  const second = await startIn(folder, first.port);
  expect(second.port).toBe(first.port);

  const alice = await sit(second.port, 'alice', before.alice.welcome.token);
  const bob = await sit(second.port, 'bob', before.bob.welcome.token);
  expect([alice.welcome.you, bob.welcome.you]).toEqual([before.alice.welcome.you, before.bob.welcome.you]);
  // The room is another one, and says so: this is when a page tells what it has told before.
  expect([alice.welcome.resumed, bob.welcome.resumed]).toEqual([false, false]);

  expect(await offers(alice)).toEqual({ ok: true, value: { offer } });
  expect(await finds(alice, 'a1', offer)).toEqual({ ok: true });
  expect((await bob.client.told('newOfferAwaiting'))[0]).toMatchObject([{ offerId: offer, offererUserName: 'alice' }]);
  expect(await answers(bob, offer)).toEqual([ice('a1')]);
  expect((await alice.client.told('answerResponse'))[0]).toMatchObject({ answer: description('answer', 'bob') });
  await finds(bob, 'b1', offer);
  expect((await alice.client.told('receivedIceCandidateFromServer'))[0]).toEqual(ice('b1'));

  // The door has its lock again as well: whoever came first brought the password along.
  const eve = courseClient(second.port, { userName: 'eve', room: 'maths', password: 'x' });
  expect((await eve.told('connect_error'))[0]).toMatchObject({ data: { reason: 'wrong-password' } });
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});
