import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../../protocol/workshop/limits.ts';
import type { Input } from '../../protocol/workshop/state.ts';
import { noJournal } from '../journal.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { understand } from './answer.ts';
import { enter } from './session.ts';
import { turnstile } from './turnstile.ts';
import { openWorkshops } from './workshops.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('lets so many pass at once, then so many a second, and nobody wait for longer than they want', async () => {
  const door = turnstile({ atOnce: 3, perSecond: 10 }, 1_000, Date.now);
  const passed: boolean[] = [];
  for (let nth = 0; nth < 30; nth++) void door.enter().then((turn) => passed.push(turn !== undefined));
  await vi.advanceTimersByTimeAsync(0);
  expect(passed).toEqual([true, true, true]);
  await vi.advanceTimersByTimeAsync(500);
  expect(passed.length).toBeLessThanOrEqual(9);
  await vi.advanceTimersByTimeAsync(500);
  expect(passed).toHaveLength(30);
  expect(passed.filter((mayPass) => mayPass).length).toBeLessThanOrEqual(13);
});

test('who was right takes nothing away from others', async () => {
  const door = turnstile({ atOnce: 1, perSecond: 0.001 }, 1_000, Date.now);
  for (let nth = 0; nth < 100; nth++) (await door.enter())!.right();
  const waiting = [door.enter(), door.enter()];
  (await waiting[0])!.right();
  expect(await waiting[1]).toBeDefined();
});

test('ten thousand wrong codes: few are looked at, all get one answer, and a class behind the same address comes in', async () => {
  const log = keptInMemory<Input>();
  const { read } = log;
  let looked = 0;
  log.read = (code) => {
    looked += 1;
    return read(code);
  };
  const house = openWorkshops({ key: randomBytes(32), log, keepMs: 1e12, now: Date.now, journal: noJournal });
  const opened = await house.open('WebRTC', []);
  if ('refusal' in opened) throw new Error(opened.sentence);
  const { code } = opened;
  const wire = { address: '203.0.113.7', tell() {}, show() {}, warn() {}, isBehind: () => false, end() {} };
  const comes = (code: string, name: string, invitation?: string) =>
    enter(house, { as: 'newcomer', code, ticket: name, name, invitation }, wire);
  looked = 0;

  const answers = new Map<string, number>();
  let inFlight = 0;
  async function guess(nth: number) {
    inFlight += 1;
    const wrong = `CDFG-${'CDFGHJKMNP'[nth % 10]}${'CDFGHJKMNP'[((nth / 10) % 10) | 0]}${'CDFGHJKMNP'[((nth / 100) % 10) | 0]}${'CDFGHJKMNP'[((nth / 1000) % 10) | 0]}`;
    const answer = await enter(house, { as: 'newcomer', code: wrong, ticket: `g${nth}`, name: 'Eve' }, wire);
    if ('refusal' in answer) answers.set(answer.sentence, (answers.get(answer.sentence) ?? 0) + 1);
    inFlight -= 1;
  }
  // Nearly as many lines as one network may have, and on each the next guess as soon as the one before is answered.
  let next = 0;
  const lines = Array.from({ length: 1_900 }, async () => {
    while (next < 10_000) await guess(next++);
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(inFlight).toBe(1_900);

  // By the link they come in at once, though one of them guesses.
  const invitation = house.passes.signInvitation(code);
  for (let nth = 0; nth < 30; nth++)
    expect(await comes(code, `invited ${nth}`, invitation)).toMatchObject({ role: 'learner' });
  const forged = comes(code, 'eve', `${invitation.slice(0, -2)}xx`);

  // By the code after some tries, which their pages make.
  const typed = Array.from({ length: 30 }, async (_, nth) => {
    for (;;) {
      const answer = await comes(code, `typed ${nth}`);
      if (!('refusal' in answer)) return;
      expect(answer.refusal.reason).toBe('busy-door');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
  const began = Date.now();
  const all = Promise.all([...lines, ...typed]);
  let isOver = false;
  void all.then(() => (isOver = true));
  while (!isOver) await vi.advanceTimersByTimeAsync(500);
  const seconds = (Date.now() - began) / 1_000;

  // Who brings an invitation that is none waits like all others; this one had the right code.
  expect('refusal' in (await forged) ? 60 : 61).toBe((await house.at(code))!.state.learners.size);
  const { atOnce, perSecond } = limits.wrongCodes;
  expect(looked).toBeLessThanOrEqual(atOnce + perSecond * (seconds + 1));
  expect([...answers.keys()].every((sentence) => /^No workshop lets you in|^Many wrong codes/.test(sentence))).toBe(
    true,
  );
  expect(seconds).toBeLessThan(120);
});

test('no code is found out by keys, recovery codes or words either, and who guesses words keeps nobody out', async () => {
  const log = keptInMemory<Input>();
  const { read } = log;
  let looked = 0;
  log.read = (code) => {
    looked += 1;
    return read(code);
  };
  const house = openWorkshops({ key: randomBytes(32), log, keepMs: 1e12, now: Date.now, journal: noJournal });
  const opened = await house.open('WebRTC', []);
  if ('refusal' in opened) throw new Error(opened.sentence);
  const { code, key } = opened;
  const wire = { address: '203.0.113.7', tell() {}, show() {}, warn() {}, isBehind: () => false, end() {} };
  const ada = await enter(house, { as: 'newcomer', code, ticket: 'ada', name: 'Ada' }, wire);
  if ('refusal' in ada) throw new Error(ada.sentence);
  const reply = await understand('word', {}).act(house, ada);
  const { word } = (reply as { value: { word: string } }).value;
  looked = 0;

  const isBusy = (answer: object) =>
    'refusal' in answer && (answer.refusal as { reason: string }).reason === 'busy-door';
  const alphabet = 'CDFGHJKMNP';
  const wrong = Array.from(
    { length: 1_000 },
    (_, nth) => `CDFG-C${[...`${nth}`.padStart(3, '0')].map((digit) => alphabet[Number(digit)]).join('')}`,
  );
  const tries = wrong.map((code, nth) =>
    nth % 2
      ? enter(house, { as: 'instructor', code, key: 'k', console: 'c', name: '' }, wire)
      : enter(house, { as: 'mover', code, word: 'bako timu' }, wire),
  );
  const began = Date.now();
  let isOver = false;
  void Promise.all(tries).then(() => (isOver = true));
  while (!isOver) await vi.advanceTimersByTimeAsync(500);
  const seconds = (Date.now() - began) / 1_000;
  expect(looked).toBeLessThanOrEqual(limits.wrongCodes.atOnce + limits.wrongCodes.perSecond * (seconds + 1));
  expect(await enter(house, { as: 'instructor', code, key, console: 'c', name: '' }, wire)).toMatchObject({
    role: 'instructor',
  });

  let isIn = false;
  const guessers = Array.from({ length: 20 }, async (_, nth) => {
    while (!isIn)
      if (isBusy(await enter(house, { as: 'mover', code, word: `bako ${nth}` }, wire)))
        await new Promise((resolve) => setTimeout(resolve, 50));
  });
  const owner = (async () => {
    while (isBusy(await enter(house, { as: 'mover', code, word }, wire)))
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    isIn = true;
  })();
  void owner;
  const from = Date.now();
  while (!isIn) await vi.advanceTimersByTimeAsync(500);
  expect(Date.now() - from).toBeLessThan(limits.wordMs);
  await vi.advanceTimersByTimeAsync(10_000);
  await Promise.all(guessers);
});

test('a locked door is the same answer as a wrong code, and costs the same', async () => {
  const house = openWorkshops({
    key: randomBytes(32),
    log: keptInMemory<Input>(),
    keepMs: 1e12,
    now: Date.now,
    journal: noJournal,
  });
  const opened = await house.open('WebRTC', []);
  if ('refusal' in opened) throw new Error(opened.sentence);
  const workshop = (await house.at(opened.code))!;
  const grace = { role: 'instructor', id: 'grace' } as const;
  await workshop.take({ by: grace, what: 'consoleOpened', name: 'Grace' });
  await workshop.take({ by: grace, what: 'commanded', mail: 'm', fresh: 'f', command: { what: 'lock', on: true } });
  const wire = { address: '203.0.113.7', tell() {}, show() {}, warn() {}, isBehind: () => false, end() {} };
  const comes = (code: string) => enter(house, { as: 'newcomer', code, ticket: 'ticket', name: 'Eve' }, wire);
  expect(await comes(opened.code)).toEqual(await comes('CCCC-CCCC'));
  const tries = Array.from({ length: limits.wrongCodes.atOnce }, () => comes(opened.code));
  await Promise.all(tries.slice(0, -2));
  // Both counted: the last of these have to wait.
  const last = Promise.all(tries);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await last).toHaveLength(limits.wrongCodes.atOnce);
});
