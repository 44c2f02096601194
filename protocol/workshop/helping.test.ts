import { describe, expect, test } from 'vitest';
import { openWorkshop, own } from '../roster.fixture.ts';

describe('hands', () => {
  test('a hand says since when, and who comes', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.comes('hal', 'helper');
    expect(play.commands({ what: 'claimHand', seat: 'ada' }, 'hal', 'helper')).toBe('no-hand');
    play.does('ada', { what: 'raisedHand' });
    play.commands({ what: 'claimHand', seat: 'ada' }, 'hal', 'helper');
    expect(own(play, 'ada').hand).toMatchObject({ comes: 'hal' });
    expect(play.commands({ what: 'claimHand', seat: 'ada' })).toBe('claimed');
    play.commands({ what: 'releaseHand', seat: 'ada' });
    expect(own(play, 'ada').hand).toMatchObject({ comes: 'hal' });
    play.commands({ what: 'releaseHand', seat: 'ada' }, 'hal', 'helper');
    expect(own(play, 'ada').hand).toMatchObject({ comes: null });
    play.commands({ what: 'lowerHand', seat: 'ada' });
    expect(own(play, 'ada').hand).toBeNull();
  });

  test('of a helper who is gone it can be taken over', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.comes('hal', 'helper');
    play.does('ada', { what: 'raisedHand' });
    play.commands({ what: 'claimHand', seat: 'ada' }, 'hal', 'helper');
    play.put({ role: 'helper', id: 'hal' }, { what: 'consoleLost' });
    expect(play.commands({ what: 'claimHand', seat: 'ada' })).toBe('done');
    expect(own(play, 'ada').hand).toMatchObject({ comes: 'grace' });
  });
});
