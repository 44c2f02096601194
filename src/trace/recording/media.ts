import { justSo, type Kind } from './kind.ts';
import { attribute, operation } from './natives.ts';

const kind = attribute<string>('MediaStreamTrack', 'kind');
const tracksOf = operation<readonly unknown[]>('MediaStream', 'getTracks');
const trackOf = attribute<MediaStreamTrack>('MediaStreamTrackEvent', 'track');

export const devices: Kind = {
  called: 'devices',
  watch: () => ({ label: 'devices', events: { devicechange: justSo } }),
};

/** Of the navigator only what it did before there was a MediaDevices. */
export const navigators: Kind = {
  called: 'devices',
  methods: ['getUserMedia', 'webkitGetUserMedia', 'mozGetUserMedia'],
  watch: () => ({}),
};

// Listing a stream's tracks asks nothing of the browser, and every program does it all the time.
export const streams: Kind = {
  called: 'stream',
  methods: ['addTrack', 'removeTrack', 'clone'],
  watch(stream) {
    const tells = (event: Event) => ({ body: { track: trackOf(event) } });
    return { holds: tracksOf(stream), events: { addtrack: tells, removetrack: tells } };
  },
};

export const tracks: Kind = {
  called: 'track',
  setters: ['enabled'],
  watch: (track) => ({ called: kind(track), events: { ended: justSo, mute: justSo, unmute: justSo } }),
};
