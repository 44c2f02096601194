import type { SourceLine } from '../../protocol/entry.ts';
import { stackBelow } from './recording/caller.ts';
import { asGuest } from './recording/guest.ts';
import { constructorBehindProxy, greetStrangers } from './recording/listening.ts';
import { recordedStream } from './recording/media-recorders.ts';
import { createMeeting } from './recording/meeting.ts';
import { subjects } from './recording/subjects.ts';
import { watched, watchPrototype, watchWindow } from './recording/watched.ts';
import type { Trace } from './trace.ts';

export type Recorder = {
  /** Makes a peer connection that is recorded from its first line on. */
  newPeer(who: string, configuration?: RTCConfiguration): RTCPeerConnection;
  /** Notes what becomes of a peer connection from now on, and of whatever comes of it. */
  peer(peer: RTCPeerConnection, who: string): void;
  /** Notes what is asked of these devices, and of every stream and track that comes of them. */
  devices(devices: MediaDevices, who: string): void;
};

type Means = {
  trace: Trace;
  lineOf(stack: string): SourceLine | undefined;
  /** Told of every track that came of what is recorded, clones included, at the moment it came. */
  found(track: MediaStreamTrack): void;
};

/** What a track of a synthetic camera has of its own, where one of a real camera asks its prototype. */
const answersForItself = {
  ...watched.MediaStreamTrack!,
  methods: ['applyConstraints', 'getCapabilities', 'getConstraints', 'getSettings'],
  setters: [],
};

/** A guest in the learner's program: it notes what native functions are asked and answer, and changes neither. */
export function createRecorder({ trace, lineOf, found }: Means): Recorder {
  const { meet, making } = createMeeting({ trace, lineOf, followsPromises: true }, (track) => {
    watchPrototype(track, answersForItself);
    found(track);
  });
  watchWindow(globalThis);
  greetStrangers(meetWithItsStream);

  return {
    newPeer(who, configuration) {
      const Peer = constructorBehindProxy(RTCPeerConnection, (given, trap) => making(who, given, stackBelow(trap)));
      return configuration === undefined ? new Peer() : new Peer(configuration);
    },
    peer: (peer, who) => void asGuest(() => meet(peer, who)),
    devices(devices, who) {
      watchPrototype(Object.getPrototypeOf(devices), watched.MediaDevices!);
      // A page has one navigator.mediaDevices, whoever records it: the newest recorder takes over from the one before.
      asGuest(() => {
        subjects.delete(devices);
        meet(devices, who, watched.MediaDevices, 'devices');
      });
    },
  };
}

/** A page makes a MediaRecorder by itself. It belongs to whoever's stream it writes down. */
function meetWithItsStream(stranger: object) {
  const stream = recordedStream(stranger);
  if (stream) subjects.get(stream)?.gave?.returned(stranger);
}
