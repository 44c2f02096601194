import { describe, expect, test } from 'vitest';
import { openWorkshop, own } from '../roster.fixture.ts';
import type { Event } from '../workshop.ts';
import { consoleSight } from './changes.ts';
import { inPairs } from './pairs.ts';

describe('pairs', () => {
  test.each([
    [[], []],
    [['a'], []],
    [['a', 'b'], [['a', 'b']]],
    [['a', 'b', 'c'], [['a', 'b', 'c']]],
    [
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
  ])('%j are grouped as %j', (seats, groups) => {
    expect(inPairs(seats)).toEqual(groups);
  });

  test('two share a room that nobody else is told; the third plays the server', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob', 'cyd', 'eve');
    play.commands({ what: 'pair', groups: [['ada', 'bob', 'cyd']], page: '/labs/call/' });
    const [ada, cyd, eve] = ['ada', 'cyd', 'eve'].map((seat) => own(play, seat).pair);
    expect(ada).toMatchObject({
      page: '/labs/call/',
      plays: 'alice',
      partners: [{ name: 'bob', plays: 'bob', isHere: true }, { plays: 'server' }],
    });
    expect(cyd).toMatchObject({ room: ada!.room, plays: 'server' });
    expect(eve).toBeNull();
    expect(JSON.stringify(consoleSight(play.state))).not.toContain(ada!.room);
  });

  test('who knows one room can guess no other, and a page goes where the newest of leads and pairs leads', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob', 'cyd', 'eve');
    play.commands({ what: 'lead', page: '/labs/hello/' });
    play.commands({
      what: 'pair',
      groups: [
        ['ada', 'bob'],
        ['cyd', 'eve'],
      ],
    });
    const [ada, eve] = ['ada', 'eve'].map((seat) => own(play, seat).pair!);
    expect([ada!.room, eve!.room]).toEqual(['pair-room3.0', 'pair-room3.1']);
    expect([play.state.lead!.nr, ada!.nr, eve!.nr]).toEqual([1, 2, 2]);
  });

  test('who is paired anew leaves the group before, and who is left alone has none', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob', 'cyd');
    play.commands({ what: 'pair', groups: [['ada', 'bob']] });
    play.commands({ what: 'pair', groups: [['bob', 'cyd']] });
    expect(own(play, 'ada').pair).toBeNull();
    expect(own(play, 'bob').pair?.partners.map(({ name }) => name)).toEqual(['cyd']);
    expect(play.commands({ what: 'unpair', pairs: ['nothing'] })).toBe('no-such-pair');
    play.commands({ what: 'unpair' });
    expect(own(play, 'bob').pair).toBeNull();
  });

  test.each<[string, (play: ReturnType<typeof openWorkshop>) => void]>([
    ['taken out', (play) => play.commands({ what: 'remove', seat: 'bob' })],
    ['left', (play) => play.does('bob', { what: 'left' })],
    ['paired with another', (play) => play.commands({ what: 'pair', groups: [['bob', 'gus']] })],
  ])('of a three two remain, and whoever was %s does not know where', (_, goes) => {
    const play = openWorkshop();
    play.joins('ada', 'bob', 'cyd', 'eve', 'fay', 'gus');
    play.commands({
      what: 'pair',
      groups: [
        ['ada', 'bob', 'cyd'],
        ['eve', 'fay'],
      ],
    });
    const [before, others] = [own(play, 'ada').pair!.room, own(play, 'eve').pair!.room];
    goes(play);
    expect(own(play, 'cyd').pair).toMatchObject({ plays: 'bob', room: own(play, 'ada').pair!.room });
    expect(own(play, 'ada').pair!.room).not.toBe(before);
    expect(own(play, 'eve').pair!.room).toBe(others);
    expect(new Set(play.state.pairs.map(({ room }) => room)).size).toBe(play.state.pairs.length);
  });

  test('two who were left with no name for another room are parted', () => {
    const play = openWorkshop();
    play.joins('ada', 'bob', 'cyd');
    play.commands({ what: 'pair', groups: [['ada', 'bob', 'cyd']] });
    const left: Event = { what: 'left' };
    play.put({ role: 'learner', id: 'bob' }, { what: 'did', source: 'page', nr: 99, event: left });
    expect(play.state.pairs).toEqual([]);
  });

  test.each([
    ['twice-in-groups', [['ada', 'ada']]],
    ['no-such-learner', [['ada', 'nobody']]],
  ])('%s', (reason, groups) => {
    const play = openWorkshop();
    play.joins('ada');
    expect(play.commands({ what: 'pair', groups })).toBe(reason);
  });
});
