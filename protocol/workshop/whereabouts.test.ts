import { describe, expect, test } from 'vitest';
import { at, openWorkshop } from '../roster.fixture.ts';
import type { Event } from '../workshop.ts';
import { limits } from './limits.ts';
import { stuckMs } from './stuck.ts';
import { card, heatView } from './views.ts';

describe('steps', () => {
  test('how long somebody is here begins with the step, and the class’s median with who went on', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob');
    play.does('ada', at(1));
    play.wait(60_000);
    play.does('ada', {
      ...at(1),
      place: { page: '/labs/tasklist/', lab: 'tasklist', step: 1, heading: 'more' },
    } as Event);
    expect(play.now - play.learner('ada').since).toBe(61_000);
    play.does('ada', at(2));
    const heat = [...play.state.heat].map(([place, heat]) => heatView(place, heat));
    expect(heat).toEqual([
      {
        place: 'tasklist 1',
        minutes: [
          [0, 1, 0],
          [1, 0, 1],
        ],
        medianMs: 62_000,
      },
      { place: 'tasklist 2', minutes: [[1, 1, 0]], medianMs: null },
    ]);
    expect(play.learner('ada').journey.map(({ step }) => step)).toEqual([1, 2]);
  });

  test('who is longer at a step than twice the median is stuck', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.does('ada', at(1));
    const stuck = (after: number, median: number | null, of = 9) =>
      stuckMs(card(play.learner('ada')), median === null ? undefined : { medianMs: median, of }, play.now + after);
    expect([stuck(60_000, 10_000), stuck(61_000, 10_000)]).toEqual([0, 1_000]);
    expect([stuck(180_000, 90_000), stuck(181_000, 90_000), stuck(181_000, null)]).toEqual([0, 1_000, 1_000]);
    expect([stuck(180_000, 10_000, 4), stuck(181_000, 10_000, 4)], 'few were quick').toEqual([0, 1_000]);
    play.does('ada', { what: 'moved', place: { page: '/glossary/' } });
    expect(stuck(3_600_000, null)).toBe(0);
  });

  test('how a connection stands goes with the lab that is left', () => {
    const play = openWorkshop();
    play.joins('ada');
    play.does('ada', at(1));
    play.does('ada', { what: 'stood', standing: { connection: 'connected', candidate: 'host' } });
    play.does('ada', at(2));
    expect(play.learner('ada').standing).toEqual({ connection: 'connected', candidate: 'host' });
    play.does('ada', { what: 'moved', place: { page: '/lessons/ice/' } });
    expect(play.learner('ada').standing).toEqual({});
  });

  test('made-up places do not fill the heat-map without end', () => {
    const play = openWorkshop();
    play.joins('eve');
    for (let nth = 0; nth < limits.places + 50; nth++) play.does('eve', { what: 'moved', place: { page: `/${nth}` } });
    expect(play.state.heat.size).toBe(limits.places);
  });
});
