import { describe, expect, test } from 'vitest';
import { openWorkshop } from '../roster.fixture.ts';
import { limits } from './limits.ts';
import { consoleView } from './views.ts';

describe('the wheel', () => {
  test('is with one, is asked for, and is handed over', () => {
    const play = openWorkshop();
    play.comes('linus');
    expect(play.commands({ what: 'freeze', on: true }, 'linus')).toBe('not-driving');
    expect(play.commands({ what: 'drive' }, 'linus')).toBe('somebody-drives');
    play.commands({ what: 'askForWheel' }, 'linus');
    expect(consoleView(play.state)).toMatchObject({ driver: 'grace', askedForWheel: 'linus' });
    expect(play.commands({ what: 'handOver', console: 'linus' }, 'linus')).toBe('not-driving');
    expect(play.commands({ what: 'handOver', console: 'nobody' })).toBe('no-such-console');
    play.put({ role: 'instructor', id: 'linus' }, { what: 'consoleLost' });
    expect(play.commands({ what: 'handOver', console: 'linus' })).toBe('no-such-console');
    play.comes('linus');
    expect(play.commands({ what: 'handOver', console: 'linus' })).toBe('done');
    expect(consoleView(play.state)).toMatchObject({ driver: 'linus', askedForWheel: null });
    expect(play.commands({ what: 'freeze', on: true }, 'linus')).toBe('done');
    expect(play.commands({ what: 'freeze', on: false })).toBe('not-driving');
  });

  test('is free when its driver is gone for a while', () => {
    const play = openWorkshop();
    play.comes('linus');
    play.put({ role: 'instructor', id: 'grace' }, { what: 'consoleLost' });
    expect(play.commands({ what: 'drive' }, 'linus')).toBe('somebody-drives');
    play.wait(limits.wheelMs);
    expect(play.commands({ what: 'drive' }, 'linus')).toBe('done');
  });

  test('is not for a helper, also under the name of the driver’s console', () => {
    const play = openWorkshop();
    play.comes('helper', 'helper');
    expect(play.commands({ what: 'handOver', console: 'helper' })).toBe('no-such-console');
    expect(play.commands({ what: 'freeze', on: true }, 'grace', 'helper')).toBe('not-allowed');
  });
});
