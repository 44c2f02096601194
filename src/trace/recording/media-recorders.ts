import { finder } from './interface-of.ts';
import { justSo, type Kind } from './kind.ts';
import { attribute } from './natives.ts';

const state = attribute<RecordingState>('MediaRecorder', 'state');
const stream = attribute<MediaStream>('MediaRecorder', 'stream');
const data = attribute<Blob>('BlobEvent', 'data');
const bytes = attribute<number>('Blob', 'size');
// Firefox 153 has an event of its own for it.
const errorEvent = 'MediaRecorderErrorEvent' in globalThis ? 'MediaRecorderErrorEvent' : 'ErrorEvent';
const error = attribute<object>(errorEvent, 'error');

/** Of what a MediaRecorder has written only how much it is: the rest is pictures and sound. */
export const mediaRecorders: Kind = {
  called: 'recorder',
  watch: (recorder) => ({
    states: { recorder: state },
    holds: [stream(recorder)],
    events: {
      dataavailable: (event) => ({ body: { bytes: bytes(data(event)) } }),
      error: (event) => ({ body: error(event) }),
      pause: justSo,
      resume: justSo,
      start: justSo,
      stop: justSo,
    },
  }),
};

const isRecorder = finder((name) => name === 'MediaRecorder');

/** The stream that a MediaRecorder writes down; of anything else nothing. */
export const recordedStream = (object: object) => (isRecorder(object) ? stream(object) : undefined);
