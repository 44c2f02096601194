import { describe, expect, test } from 'vitest';
import { at, openWorkshop, own } from '../roster.fixture.ts';
import { consoleView, stageView } from './views.ts';

describe('the spotlight', () => {
  test('waits for consent, which can be taken back', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob');
    play.commands({ what: 'spotlight', seat: 'ada' });
    const { id } = own(play, 'ada').spotlight!;
    const agrees = (seat: string, agrees: boolean) =>
      play.does(seat, { what: 'agreedToSpotlight', spotlight: id, agrees });
    expect(agrees('bob', true)).toBe('no-spotlight');
    expect(stageView(play.state).spotlight).toBeNull();
    agrees('ada', true);
    expect(stageView(play.state).spotlight).toMatchObject({ id, name: null });
    play.does('ada', { what: 'agreedToName', agrees: true });
    expect(stageView(play.state)).toMatchObject({ spotlight: { name: 'ada' }, names: ['ada'] });
    agrees('ada', false);
    expect(stageView(play.state).spotlight).toBeNull();
    expect(consoleView(play.state).spotlight).toMatchObject({ seat: 'ada', consent: 'refused' });
    expect(agrees('ada', true)).toBe('no-spotlight');
  });

  test('ends with the lab, whose picture stays under its own name and can still be taken back', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.does('ada', at(3));
    play.commands({ what: 'spotlight', seat: 'ada' });
    const { id, by } = own(play, 'ada').spotlight!;
    expect(by).toBe('grace');
    expect(play.does('ada', { what: 'stoppedSpotlit', spotlight: id })).toBe('no-spotlight');
    play.does('ada', { what: 'agreedToSpotlight', spotlight: id, agrees: true });
    play.does('ada', { what: 'stoppedSpotlit', spotlight: id });
    play.does('ada', { what: 'moved', place: { page: '/glossary/' } });
    expect(stageView(play.state).spotlight).toMatchObject({ isOver: true, page: '/labs/tasklist/' });
    expect(own(play, 'ada').spotlight).toMatchObject({ consent: 'stopped' });
    play.does('ada', { what: 'agreedToSpotlight', spotlight: id, agrees: false });
    expect(stageView(play.state).spotlight).toBeNull();
  });
});
