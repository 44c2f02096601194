import { expect, test } from 'vitest';
import { openWorkshop, own } from '../roster.fixture.ts';
import { classView } from './views.ts';

test('messages are for all or for one', () => {
  const play = openWorkshop();
  play.joins('ada', 'bob');
  play.commands({ what: 'message', text: 'Ten minutes' });
  play.commands({ what: 'message', to: 'ada', text: 'Well done' });
  expect(play.commands({ what: 'message', to: 'nobody', text: 'Hello' })).toBe('no-such-learner');
  expect(classView(play.state).messages.map(({ text }) => text)).toEqual(['Ten minutes']);
  expect([own(play, 'ada'), own(play, 'bob')].map(({ messages }) => messages.length)).toEqual([1, 0]);
});

test('everybody is led to a page, a heading, a step, and each lead is a new one', () => {
  const play = openWorkshop();
  play.commands({ what: 'lead', page: '/labs/tasklist/', step: 15 });
  expect(classView(play.state).lead).toMatchObject({ nr: 1, page: '/labs/tasklist/', step: 15, by: 'grace' });
  play.commands({ what: 'lead', page: '/labs/tasklist/', step: 15 });
  expect(classView(play.state).lead!.nr).toBe(2);
  play.commands({ what: 'stopLeading' });
  expect(classView(play.state).lead).toBeNull();
});
