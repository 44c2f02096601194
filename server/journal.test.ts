import { expect, test } from 'vitest';
import { candidateOf, described, openRoom } from '../protocol/exchange.fixture.ts';
import { exchange } from '../protocol/exchange.ts';
import type { Input } from '../protocol/room.ts';
import { openHouse } from './house.fixture.ts';
import { openJournal, type Style } from './journal.ts';
import { inLobby } from './signaling/course-client.fixture.ts';

const address = '192.168.178.23';
const secret = `v=0\r\no=- 1 2 IN IP4 ${address}\r\n`;

/** Alice and Bob have a call, and Eve guesses at the password; what was written down of it. */
async function aCall(style: Style) {
  const lines: string[] = [];
  const { port } = await openHouse(
    {},
    openJournal(style, (line) => lines.push(line)),
  );
  const [alice, bob] = [await inLobby(port, 'alice'), await inLobby(port, 'bob')];
  alice.calls(secret);
  alice.finds(address);
  await bob.answers(await bob.waitingOffer(), secret);
  bob.finds(address);
  await alice.told('receivedIceCandidateFromServer');
  await inLobby(port, 'eve', { password: 'wrong' }).catch(() => {});
  await alice.settled();
  return lines;
}

const forPrograms = { isForPeople: false, details: false };

test('a line for each event that is worth one, as JSON', async () => {
  const lines = (await aCall(forPrograms)).map((line) => JSON.parse(line));
  expect(lines.map(({ room, name, msg, refused }) => [room, name, msg, refused].filter(Boolean).join(' '))).toEqual([
    'lobby alice came',
    'lobby bob came',
    'lobby alice offered',
    'lobby bob answered',
    'lobby came wrong-password',
    'lobby alice hung up no-such-offer',
  ]);
  expect(lines[2]).toMatchObject({ level: 30, time: expect.stringMatching(/Z$/), offer: expect.stringContaining(':') });
  expect(lines[4].level, 'a refusal is a warning').toBe(40);
});

test.each([false, true])(
  'neither description nor address nor password is in it; for people: %s',
  async (isForPeople) => {
    const all = (await aCall({ isForPeople, details: false })).join('');
    for (const hidden of [address, '127.0.0.1', '::1', 'v=0', 'candidate:', 'lock', 'wrong"'])
      expect(all).not.toContain(hidden);
  },
);

test('whoever asks for details has them, and no password even then', async () => {
  const all = (await aCall({ isForPeople: false, details: true })).join('');
  for (const shown of [address, 'v=0', 'candidate:']) expect(all).toContain(shown);
  expect(all).not.toContain('lock');
});

test('a person reads when, where, who and what, and a terminal obeys nobody', () => {
  const lines: string[] = [];
  const { happened, mistake } = openJournal({ isForPeople: true, details: false }, (line) => lines.push(line));
  const room = openRoom();
  room.joins('alice');
  const fact = { at: 0, from: 'alice', mail: '1', ack: true };
  const offered: Input = { ...fact, what: 'offered', offer: 'alice:1', description: described('offer') };
  const late: Input = { ...fact, what: 'candidateFound', offer: 'alice:9', candidate: candidateOf('x') };
  happened('maths\u001b[31m\n', offered, exchange(room.state, offered).tell);
  happened('maths', late, exchange(room.state, late).tell);
  mistake(new Error('oops'));
  expect(lines.map((line) => line.replace(/^\d\d:\d\d:\d\d /, ''))).toEqual([
    '[maths[31m] alice offered (alice:1)\n',
    '[maths] alice found a candidate (alice:9) – no-such-offer\n',
    expect.stringMatching(/^A message of a client led to a mistake of ours\.\nError: oops\n {4}at /),
  ]);
});
