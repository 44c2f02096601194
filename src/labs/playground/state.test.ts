import { expect, test } from 'vitest';
import { buttonsOf, type Seen } from './state.ts';

const nothing: Seen = {
  tracks: [],
  shown: false,
  screen: undefined,
  recording: false,
  recorded: false,
  canShareScreen: true,
};
const live = [
  { kind: 'video', readyState: 'live' },
  { kind: 'audio', readyState: 'live' },
] as const;

test.each<[string, Partial<Seen>, object]>([
  ['nothing is shared', {}, { share: 'ready', show: 'later', stop: 'later', record: 'later', screen: 'ready' }],
  ['shared, not yet shown', { tracks: live }, { share: 'on', show: 'ready', hide: 'later', resize: 'ready' }],
  ['shown', { tracks: live, shown: true }, { show: 'on', hide: 'ready' }],
  [
    'the camera ended by itself',
    { tracks: [{ ...live[0], readyState: 'ended' }, live[1]] },
    { share: 'on', resize: 'later' },
  ],
  [
    'all ended by itself',
    { tracks: live.map((track) => ({ ...track, readyState: 'ended' as const })), shown: true },
    { share: 'ready', show: 'later', hide: 'later' },
  ],
  ['recording', { tracks: live, recording: true, recorded: true }, { record: 'on', end: 'ready', play: 'later' }],
  ['recorded', { recorded: true }, { record: 'later', play: 'ready' }],
  ['a screen is shared', { screen: 'live' }, { screen: 'on', stop: 'ready' }],
  ['a screen was shared', { screen: 'ended' }, { screen: 'ready', stop: 'later' }],
  ['on a phone', { canShareScreen: false }, { screen: 'later' }],
])('%s', (_, seen, buttons) => {
  expect(buttonsOf({ ...nothing, ...seen })).toMatchObject(buttons);
});
