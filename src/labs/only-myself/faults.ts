import { type Program, right } from './only-myself.ts';

export type Fault = {
  key: string;
  title: string;
  alice?: Partial<Program>;
  bob?: Partial<Program>;
  /** Where the programs are right, and the moment is wrong. */
  order?: 'bob comes late' | 'both call';
};

/** Each of them leaves Alice alone with her own picture, and each is a mistake that people make. */
export const faults: readonly Fault[] = [
  { key: 'nobody-there', title: 'Bob opens his page after Alice has called', order: 'bob comes late' },
  { key: 'both-call', title: 'Both of them call', order: 'both call' },
  {
    key: 'camera-refused',
    title: 'Bob’s camera does not open',
    bob: {
      // #region camera-refused
      ask({ devices }) {
        return devices.getUserMedia({ video: { deviceId: { exact: 'the camera of last week' } } });
      },
      // #endregion camera-refused
    },
  },
  {
    key: 'answer-unheard',
    title: 'Alice does not hear the answer',
    alice: {
      // #region answer-unheard
      async hear(page, peer, told, body) {
        if (told === 'Answer') await peer.setRemoteDescription(body as RTCSessionDescriptionInit);
        if (told === 'candidate') await right.hear(page, peer, told, body);
      },
      // #endregion answer-unheard
    },
  },
  {
    key: 'no-candidates',
    title: 'Nobody tells candidates',
    alice: {
      // #region no-candidates
      tellCandidates() {},
      // #endregion no-candidates
    },
    bob: { tellCandidates() {} },
  },
  {
    key: 'no-way',
    title: 'There is no way between the two',
    alice: {
      // #region no-way
      // As behind a wall that lets nothing through: relays only, and none is named.
      connect: ({ newPeer }) => newPeer({ iceTransportPolicy: 'relay' }),
      // #endregion no-way
    },
    bob: { connect: ({ newPeer }) => newPeer({ iceTransportPolicy: 'relay' }) },
  },
  {
    key: 'no-tracks',
    title: 'Bob adds no tracks',
    bob: {
      // #region no-tracks
      addTracks() {},
      // #endregion no-tracks
    },
  },
  {
    key: 'late-listener',
    title: 'Alice listens for tracks too late',
    alice: {
      // #region late-listener
      listen() {},
      async hear(page, peer, told, body) {
        await right.hear(page, peer, told, body);
        if (told === 'answer') peer.ontrack = ({ streams: [theirs] }) => page.showTheirs(theirs!);
      },
      // #endregion late-listener
    },
  },
  {
    key: 'own-stream',
    title: 'Alice’s page shows the wrong stream',
    alice: {
      // #region own-stream
      listen(page, peer, mine) {
        peer.ontrack = () => page.showTheirs(mine);
      },
      // #endregion own-stream
    },
  },
];
