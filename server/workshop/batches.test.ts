import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../../protocol/workshop/limits.ts';
import type { Input } from '../../protocol/workshop/state.ts';
import { noJournal } from '../journal.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import type { LiveWorkshop } from './live-workshop.ts';
import { openWorkshops } from './workshops.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

async function opened(log = keptInMemory<Input>()) {
  const house = openWorkshops({ key: Buffer.alloc(32), log, keepMs: 1e12, now: Date.now, journal: noJournal });
  const opened = await house.open('WebRTC', []);
  if ('refusal' in opened) throw new Error(opened.sentence);
  return (await house.at(opened.code))!;
}

/** Somebody who follows, and can be too busy to read. */
function follower(workshop: LiveWorkshop, role: 'instructor' | 'learner', id: string) {
  const told: { cards?: readonly object[] }[] = [];
  const ear = { told, isBusy: false };
  const tell = (change: object) => {
    told.push(change);
  };
  const lock = workshop.state.locks.key;
  workshop.follow({ role, id, lock, tell, show() {}, warn() {}, end() {}, isBehind: () => ear.isBusy });
  return ear;
}

const by = (id: string) => ({ role: 'learner', id }) as const;
const seats = Array.from({ length: 300 }, (_, nth) => `seat ${nth}`);
const allIn = (workshop: LiveWorkshop) =>
  Promise.all(seats.map((seat) => workshop.take({ by: by(seat), what: 'joined', name: seat })));
const allStand = (workshop: LiveWorkshop, nr: number) =>
  Promise.all(
    seats.map((seat) => {
      const event = { what: 'stood', standing: { error: `${nr}` } } as const;
      return workshop.take({ by: by(seat), what: 'did', source: 's', nr, event });
    }),
  );

test('nine hundred inputs of a tenth of a second are one message to a console, and none to a learner whom they do not concern', async () => {
  const workshop = await opened();
  await allIn(workshop);
  await vi.advanceTimersByTimeAsync(limits.batchMs);
  const console = follower(workshop, 'instructor', 'grace');
  const ada = follower(workshop, 'learner', seats[0]!);
  for (const nr of [1, 2, 3]) await allStand(workshop, nr);
  expect(console.told).toEqual([]);
  await vi.advanceTimersByTimeAsync(limits.batchMs);
  expect(console.told.map(({ cards }) => cards!.length)).toEqual([300]);
  expect(JSON.stringify(console.told)).not.toMatch(/"error":"[12]"/);
  expect(ada.told).toEqual([]);
});

test('who does not read is told later, and then all at once', async () => {
  const workshop = await opened();
  await allIn(workshop);
  await vi.advanceTimersByTimeAsync(limits.batchMs);
  const console = follower(workshop, 'instructor', 'grace');
  console.isBusy = true;
  for (const nr of [1, 2, 3]) {
    await allStand(workshop, nr);
    await vi.advanceTimersByTimeAsync(limits.batchMs);
  }
  expect(console.told).toEqual([]);
  console.isBusy = false;
  await vi.advanceTimersByTimeAsync(limits.batchMs);
  expect(console.told.map(({ cards }) => cards!.length)).toEqual([300]);
});

test('of steps and states that are older than a minute the last of each learner is in the log, and of younger ones all', async () => {
  const log = keptInMemory<Input>();
  const { keepSnapshot } = log;
  const { promise: isKept, resolve } = Promise.withResolvers<void>();
  log.keepSnapshot = async (...args) => keepSnapshot(...args).then(resolve);
  const workshop = await opened(log);
  let nr = 0;
  const acts = async (seat: string, step: number) => {
    const place = { page: '/labs/tasklist/', lab: 'tasklist', step };
    const standing = { error: `at ${step}` };
    await workshop.take({ by: by(seat), what: 'did', source: 's', nr: ++nr, event: { what: 'moved', place } });
    await workshop.take({ by: by(seat), what: 'did', source: 's', nr: ++nr, event: { what: 'stood', standing } });
  };
  for (const seat of ['ada', 'bob']) await workshop.take({ by: by(seat), what: 'joined', name: seat });
  for (const step of [1, 2, 3]) for (const seat of ['ada', 'bob']) await acts(seat, step);
  vi.setSystemTime(Date.now() + limits.collapseMs + 1);
  for (let step = 4; nr < limits.snapshot; step++) await acts('ada', step);
  await isKept;
  const said = nr;
  // What is kept behind a snapshot shows once the snapshot is an older one.
  await keepSnapshot(workshop.code, { seq: 0, text: '' }, { before: 0 });
  const { inputs } = (await log.read(workshop.code))!;
  const kept = inputs.flatMap(({ input }) =>
    input.what === 'did' && input.event.what === 'moved' ? [`${input.by.id} ${input.event.place.step}`] : [],
  );
  expect(kept.slice(0, 2)).toEqual(['bob 3', 'ada 4']);
  expect(kept).toHaveLength(2 + (said - 14) / 2);
});
