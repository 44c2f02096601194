import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openWorkshop } from '../../protocol/roster.fixture.ts';
import { type LearnerChange, learnerSight } from '../../protocol/workshop/changes.ts';
import { done, type Reply, refuse } from '../../protocol/workshop/refusal.ts';
import type { Event } from '../../protocol/workshop.ts';
import type { openLine } from './line.ts';
import { openMember } from './member.ts';

type Ends = Parameters<typeof openLine<LearnerChange>>[0];
const wire: { ends?: Ends; answer: () => Promise<Reply> } = vi.hoisted(() => ({ answer: () => new Promise(() => {}) }));
vi.mock('./line.ts', () => ({
  openLine(ends: Ends) {
    wire.ends = ends;
    return { ask: () => wire.answer(), close() {} };
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Ada in a class that was asked something, on a connection that a test plays. */
async function ada() {
  const play = openWorkshop();
  play.joins('ada');
  play.commands({ what: 'askVote', vote: 'v', question: 'Which?', options: ['a', 'b'] });
  const member = openMember({ code: 'CDFG-HJKM', ticket: 't', name: 'ada', led: 0 });
  const sight = () => learnerSight(play.state, play.learner('ada')) as never;
  wire.answer = () => new Promise(() => {});
  wire.ends!.welcome({ role: 'learner', nr: 1, now: Date.now(), sight: sight() });
  await vi.advanceTimersByTimeAsync(0);
  const answers = (refused: object[] = []) => (wire.answer = async () => done({ upTo: 99, refused }));
  return { play, member, sight, answers, own: () => member.sight.value!.own };
}
const voted: Event = { what: 'voted', vote: 'v', choice: 1 };
const later = () => vi.advanceTimersByTimeAsync(5_000);

test('a choice is seen at once, and stays until the server shows it', async () => {
  const { play, member, answers, own } = await ada();
  answers();
  play.does('ada', voted);
  const said = member.does(voted);
  expect(own().choice).toBe(1);
  await said;
  expect(own().choice).toBe(1);
  wire.ends!.changed({ own: { choice: 1 } });
  await later();
  expect(own().choice).toBe(1);
});

test('a choice that came too late is not shown as one that counts', async () => {
  const { member, answers, own } = await ada();
  const { refusal, sentence } = refuse({ reason: 'vote-over' });
  answers([{ nr: 1, refusal, sentence }]);
  const said = member.does(voted);
  expect(own().choice).toBe(1);
  await said;
  expect(own().choice).toBeNull();
});

test('nor is one that is still on its way when the vote is closed, or when another is asked', async () => {
  const { play, member, sight, own } = await ada();
  void member.does(voted);
  play.commands({ what: 'closeVote' });
  wire.ends!.changed({ view: { vote: (sight() as { view: { vote: null } }).view.vote } });
  expect(own().choice).toBeNull();
  play.commands({ what: 'askVote', vote: 'w', question: 'And now?', options: ['a', 'b'] });
  wire.ends!.changed({ view: { vote: (sight() as { view: { vote: null } }).view.vote } });
  expect(own().choice).toBeNull();
});

test('what is not acknowledged is still seen as done when the connection is back', async () => {
  const { member, sight, own } = await ada();
  void member.does({ what: 'raisedHand' });
  wire.ends!.lost();
  wire.ends!.welcome({ role: 'learner', nr: 2, now: Date.now(), sight: sight() });
  expect(own().hand).not.toBeNull();
});

test('what was granted and undone before anything of it was told is not seen for ever', async () => {
  const { member, answers, own } = await ada();
  answers();
  await member.does({ what: 'raisedHand' });
  await later();
  expect(own().hand).toBeNull();
});

test('while the server can keep nothing, that is said, and what was done is told again until it can', async () => {
  const { member, answers, own } = await ada();
  wire.answer = async () => refuse({ reason: 'cannot-keep', why: 'full' });
  await member.does({ what: 'raisedHand' });
  expect([member.isUnkept.value, own().hand !== null]).toEqual([true, true]);
  answers();
  await later();
  expect(member.isUnkept.value).toBe(false);
});

test('a clock of this device that is set moves no time of the class', async () => {
  const { member } = await ada();
  const before = member.now();
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(member.now()).toBe(before);
  await later();
  expect(member.now()).toBe(before + 5_000);
});
