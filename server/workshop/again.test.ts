import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { limits } from '../../protocol/workshop/limits.ts';
import type { Input } from '../../protocol/workshop/state.ts';
import { noJournal } from '../journal.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { freshId, moved, openClass, startWorkshops } from './workshop.fixture.ts';
import { openWorkshops } from './workshops.ts';

const by = { role: 'learner', id: 'ada' } as const;
const server = { role: 'server', id: 'server' } as const;

function houseOn(log = keptInMemory<Input>(), now: () => number = Date.now, keepMs = 1e12) {
  return openWorkshops({ key: Buffer.alloc(32), log, keepMs, now, journal: noJournal });
}
async function opened(house: ReturnType<typeof houseOn>) {
  const opened = await house.open('WebRTC', []);
  if ('refusal' in opened) throw new Error(opened.sentence);
  return (await house.at(opened.code))!;
}

test('a server that dies between writing and acknowledging: the page says it again, and it is there once', async () => {
  const log = keptInMemory<Input>();
  const key = randomBytes(32);
  const first = await openClass({ log, key });
  const ada = await first.learner('Ada');
  const event = { what: 'answered', question: 'q', choice: 'first' };
  const said = { source: freshId(), events: [{ nr: 1, event }] };
  const { append } = log;
  const { promise: isWritten, resolve } = Promise.withResolvers<void>();
  // It is on disk, and nobody is ever told.
  log.append = async (...args) => {
    await append(...args);
    resolve();
    return new Promise(() => {});
  };
  ada.socket.emit('did', said);
  await isWritten;
  log.append = append;

  const second = await startWorkshops({ log, key });
  const back = second.connect({ as: 'learner', seat: ada.welcome.token });
  expect(await back.entered()).toMatchObject({ seat: ada.welcome.seat });
  expect(await back.ask('did', said)).toEqual({ ok: true, value: { upTo: 1, refused: [] } });
  await back.ask('did', { source: said.source, events: [{ nr: 2, event: { ...event, question: 'r' } }] });
  const home = (await back.ask('takeHome', {})).value! as { answers: { question: string }[] };
  expect(home.answers.map(({ question }) => question)).toEqual(['q', 'r']);
});

test('a workshop is read from its last snapshot, and is what it was', async () => {
  const log = keptInMemory<Input>();
  const { keepSnapshot } = log;
  const { promise: isKept, resolve } = Promise.withResolvers<void>();
  log.keepSnapshot = async (...args) => keepSnapshot(...args).then(resolve);
  const workshop = await opened(houseOn(log));
  await workshop.take({ by, what: 'joined', name: 'Ada' });
  for (let nr = 1; nr <= limits.snapshot + 5; nr++)
    await workshop.take({ by, what: 'did', source: 's', nr, event: { what: 'felt', mood: nr % 2 ? 'lost' : 'fine' } });
  await isKept;
  const { snapshot, inputs } = (await log.read(workshop.code))!;
  expect([snapshot?.seq, inputs.length]).toEqual([limits.snapshot, 7]);
  const again = (await houseOn(log).at(workshop.code))!;
  const { awaySince, ...ada } = again.state.learners.get('ada')!;
  expect(awaySince).toBeDefined();
  expect(ada).toEqual(workshop.state.learners.get('ada'));
  expect(again.nr).toBe(workshop.nr + 1);
});

test('what was written down of somebody goes when they leave', async () => {
  const log = keptInMemory<Input>();
  const { keepSnapshot } = log;
  const { promise: isKept, resolve } = Promise.withResolvers<void>();
  log.keepSnapshot = async (...args) => keepSnapshot(...args).then(resolve);
  const workshop = await opened(houseOn(log));
  await workshop.take({ by, what: 'joined', name: 'Ada Lovelace' });
  await workshop.take({ by, what: 'did', source: 's', nr: 1, event: { what: 'left' } });
  await isKept;
  await keepSnapshot(workshop.code, { seq: 0, text: '' }, { before: 0 });
  const { inputs } = (await log.read(workshop.code))!;
  expect(inputs.map(({ input }) => input.what)).toEqual(['opened']);
});

test('a clock that jumps back lets nothing happen earlier than what was before, and time goes on all the same', async () => {
  let now = 1_000_000;
  const workshop = await opened(houseOn(undefined, () => now));
  await workshop.take({ by, what: 'joined', name: 'Ada' });
  now -= 500_000;
  await workshop.take({ by, what: 'did', source: 's', nr: 1, event: { what: 'raisedHand' } });
  expect(workshop.state.learners.get('ada')!.hand).toEqual({ at: 1_000_000 });
  // Time goes on meanwhile, also where the clock says that it is earlier.
  now += 7_000;
  expect(workshop.now()).toBe(1_007_000);
  await workshop.take({ by, what: 'did', source: 's', nr: 2, event: moved });
  expect(workshop.state.learners.get('ada')!.since).toBe(1_007_000);
  now += 9_000_000_000;
  await workshop.take({ by, what: 'connectionLost' });
  expect(workshop.state.learners.get('ada')!.awaySince).toBe(now);
});

test('what nobody has touched for long is removed, and what somebody has is not', async () => {
  const log = keptInMemory<Input>();
  let now = 0;
  const first = houseOn(log, () => now);
  const [old, young] = [await opened(first), await opened(first)];
  now = 50;
  await young.take({ by: server, what: 'restarted' });
  now = 120;
  const second = houseOn(log, () => now, 100);
  expect([await second.at(old.code), (await second.at(young.code))?.code]).toEqual([undefined, young.code]);
  expect((await log.list()).map(({ name }) => name)).toEqual([young.code]);
});
