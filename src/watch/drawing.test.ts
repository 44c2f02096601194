import { expect, test } from 'vitest';
import type { Witnessed } from '../../protocol/witness.ts';
import { draw, peopleIn } from './drawing.ts';
import { ofOne } from './lanes.ts';

const [alice, bob] = [
  { seat: 'a', name: 'alice' },
  { seat: 'b', name: 'bob' },
];
const offer = { type: 'offer', sdp: 'v=0' };
const server = (id: string, at: number, rest: Partial<Witnessed>): Witnessed => ({
  id: `server:${id}`,
  at,
  who: 'server',
  what: 'received',
  name: 'offer',
  ...rest,
});
const told: Witnessed[] = [
  server('0.0', 1, { name: 'join', mail: 'j', body: { from: alice, name: 'alice' } }),
  server('0.1', 1, { what: 'sent', name: 'welcome', body: { to: alice, you: alice }, of: 'server:0.0' }),
  server('0.2', 1, { what: 'sent', name: 'peerJoined', body: { to: bob }, of: 'server:0.0' }),
  server('1.0', 2, { mail: 'o', body: { from: alice, description: offer, ack: false } }),
  server('1.1', 2, { what: 'held', mail: 'o', of: 'server:1.0' }),
  server('1.2', 2, { what: 'sent', mail: 'o', body: { to: bob, offer: { description: offer } }, of: 'server:1.0' }),
];
const lines = (drawing: ReturnType<typeof draw>['drawing']) =>
  drawing.entries.map(({ id, what, name }) => `${id} ${what} ${name}`);

test('everybody has a lane, with what the server had from them and sent to them', () => {
  const { drawing } = draw(told);
  expect(lines(drawing)).toEqual([
    ...['alice:1 sent join', 'server:1 received join', 'server:2 sent welcome', 'alice:2 received welcome'],
    ...['alice:3 sent offer', 'server:3 received offer', 'server:4 held offer'],
    ...['server:5 sent offer', 'bob:1 received offer'],
  ]);
  expect(drawing.entries.find(({ id }) => id === 'alice:3')).toMatchObject({ mail: 'o', body: offer });
  expect(peopleIn(told)).toEqual(['alice', 'bob']);
});

test('what the server notes stands in its own lane, and belongs to whoever asked', () => {
  const note = server('0.3', 1, { what: 'note', name: 'alice is shown the newest 2 of 3 offers.', of: 'server:0.0' });
  const { entries } = draw([...told, note]).drawing;
  expect(entries.filter(({ what }) => what === 'note')).toMatchObject([{ who: 'server', name: note.name }]);
  expect(ofOne([...told, note], 'alice')).toContain(note);
});

test('what comes later is drawn below; what belongs above asks for a new drawing', () => {
  const { add, drawing } = draw(told);
  const heard: string[] = [];
  drawing.follow(({ id }) => heard.push(id), new AbortController().signal);
  expect(add([server('2.0', 3, { name: 'leave', body: { from: bob } })])).toBe(true);
  expect(heard).toEqual(['bob:2', 'server:6']);
  expect(add([server('3.0', 1, { name: 'leave', body: { from: bob } })])).toBe(false);
});

test('of one moment what the server saw is drawn first, whichever came here first', () => {
  const page = (id: string, at: number): Witnessed => ({ id: `p1:${id}`, at, who: 'alice', what: 'call', name: id });
  const [early, late] = [page('createOffer', 1), page('addIceCandidate', 2)];
  const live = draw([early, late]);
  expect(live.add(told)).toBe(false);
  const { drawing } = draw([early, late, ...told]);
  expect(lines(drawing)).toEqual(lines(draw([...told, early, late]).drawing));
  expect(drawing.entries.at(-1)).toMatchObject({ who: 'alice', name: 'addIceCandidate' });
});

test('a server that was started anew repeats its ids, and nothing is mistaken for what was before', () => {
  const again = told.map((entry) => ({ ...entry, at: entry.at + 100, ...(entry.mail && { mail: `${entry.mail}2` }) }));
  const { entries } = draw([...told, ...again]).drawing;
  expect(new Set(entries.map(({ id }) => id)).size).toBe(18);
  const welcomes = entries.filter(({ name, who }) => name === 'welcome' && who === 'server');
  expect(new Set(welcomes.map(({ mail }) => mail)).size).toBe(2);
});

test('nobody takes the server’s lane by their name', () => {
  const { entries } = draw([server('0.0', 1, { body: { from: { seat: 'x', name: 'server' } } })]).drawing;
  expect(entries.map(({ who }) => who)).toEqual(['“server”', 'server']);
});

test('of one peer there is what they said, with all that came of it, and what they were told', () => {
  const ids = (who: string) => ofOne(told, who).map(({ id }) => id);
  expect(ids('alice')).toEqual(told.map(({ id }) => id));
  expect(ids('bob')).toEqual(['server:0.0', 'server:0.2', 'server:1.0', 'server:1.2']);
});
