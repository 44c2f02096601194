import { describe, expect, test } from 'vitest';
import type { Input } from '../../protocol/workshop/state.ts';
import { CannotKeep } from '../log/durable.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { moved, openClass, startWorkshops } from './workshop.fixture.ts';

describe('when nothing can be kept', () => {
  test('nothing is promised, everything is still shown, and afterwards it goes on', async () => {
    const log = keptInMemory<Input>();
    const { append } = log;
    const { grace, learner, instructor, house, code } = await openClass({ log });
    const ada = await learner('Ada');
    log.append = () => Promise.reject(new CannotKeep('full'));
    expect(await ada.does(moved)).toMatchObject({
      ok: false,
      refusal: { reason: 'cannot-keep', why: 'full' },
      sentence: expect.stringContaining('disk'),
    });
    // The console is told, too, and not by a command of its own.
    expect(await grace.told('unkept')).toEqual({ sentence: expect.stringContaining('disk') });
    expect(await grace.commands({ what: 'freeze', on: true })).toBe('cannot-keep');
    const late = await instructor('Linus');
    expect(await late.told('unkept')).toEqual({ sentence: expect.stringContaining('disk') });
    expect(await grace.outcome('report', { form: 'csv' })).toBe('done');
    expect((await house.at(code))!.state.isFrozen).toBe(false);
    log.append = append;
    expect(await grace.commands({ what: 'freeze', on: true })).toBe('done');
    expect(await grace.told('unkept', (said: object) => !('sentence' in said))).toEqual({});
    expect(ada.heard.filter(([event]) => event === 'unkept')).toEqual([]);
  });

  test('who is known comes in all the same, and reads; who is new is told why not', async () => {
    const log = keptInMemory<Input>();
    const key = Buffer.alloc(32, 7);
    const { learner, code, key_, grace } = await openClass({ log, key });
    const ada = await learner('Ada');
    await grace.commands({ what: 'lead', page: '/lessons/media/' });
    log.append = () => Promise.reject(new CannotKeep('read-only'));
    const again = await startWorkshops({ log, key });
    const console = again.connect({ as: 'instructor', code, key: key_, console: 'c' });
    expect(await console.entered()).toMatchObject({ role: 'instructor', sight: { cards: [{ name: 'Ada' }] } });
    expect(await console.outcome('report', { form: 'json' })).toBe('done');
    expect(await console.outcome('commanded', { mail: 'm', command: { what: 'drive' } })).toBe('cannot-keep');
    const back = again.connect({ as: 'learner', seat: ada.welcome.token });
    expect(await back.entered()).toMatchObject({ sight: { view: { lead: { page: '/lessons/media/' } } } });
    expect(await again.connect({ as: 'newcomer', code, ticket: 'new', name: 'Bob' }).entered()).toMatchObject({
      reason: 'cannot-keep',
      message: expect.stringMatching(/may not write/),
    });
  });
});
