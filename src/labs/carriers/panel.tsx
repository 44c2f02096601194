import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../../protocol/entry.ts';
import type { Carrier, Seat } from '../../carriers/carrier.ts';
import { newId } from '../../carriers/new-id.ts';
import { recorded } from '../../carriers/recorded.ts';
import { Inside } from '../../views/pictures/inside.tsx';
import type { Watched } from '../../views/pictures/use-entries.ts';
import type { LabContext } from '../lab.ts';
import { call, hear } from './carriers.ts';
import type { Mailed, Name, Written } from './letters.ts';
import './panel.css';
import { type Records, SideBySide } from './side-by-side.tsx';
import { type Way, wayNames } from './way-names.ts';

const names = ['alice', 'bob'] as const;
const nameOf = { alice: 'Alice', bob: 'Bob' };

/** One call, from its first word on. */
type Round = { nr: number; way: Way; over: AbortController; drawn: Watched };
type Faces = Partial<Record<Name, MediaStream>>;

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, devices, devicesOf, trace, signal: leaving } = context;
  const status = signal('Both are asked for a picture. The browser may have a question for you.');
  const streams = signal<Faces>({});
  const round = signal<Round | undefined>(undefined);
  const records = signal<Records>(new Map());
  /** Each face is what the other one receives of it. */
  const faces = signal<Faces>({});

  trace.follow((entry) => {
    const entries = round.value?.drawn.entries as Entry[] | undefined;
    entries?.push({ ...entry, seq: entries.length });
  }, leaving);

  /** Alice calls Bob by this way. Whatever call there was is hung up. */
  async function callBy(way: Way) {
    round.value?.over.abort();
    const over = new AbortController();
    leaving.addEventListener('abort', () => over.abort(), { signal: over.signal });
    round.value = { nr: (round.value?.nr ?? 0) + 1, way, over, drawn: { entries: [], follow: trace.follow } };
    faces.value = {};
    status.value = `Alice calls Bob. Way: ${way} …`;
    const written: Written[] = [];
    const mailed: Mailed[] = [];
    const look = () => {
      if (!over.signal.aborted) records.value = new Map(records.value).set(way, { written, mailed });
    };
    const failed = (error: unknown) => {
      if (!over.signal.aborted) status.value = `It broke off. ${error instanceof Error ? error.message : error}`;
    };
    const room = `carriers-${newId()}`;

    async function end(who: Name, carrier: Carrier): Promise<{ peer: RTCPeerConnection; seat: Seat }> {
      const entered = await carrier.join(
        {
          room,
          name: who,
          said: ({ what, mail }) => void mailed.push({ who, what, mail }),
          overhear(text) {
            written.push({ ...text, who });
            look();
          },
        },
        over.signal,
      );
      if (!entered.ok) throw new Error(entered.sentence);
      const peer = newPeer(who);
      over.signal.addEventListener('abort', () => peer.close());
      return { peer, seat: entered.value };
    }

    function settle(who: Name, { peer, seat }: { peer: RTCPeerConnection; seat: Seat }) {
      for (const track of streams.value[who]!.getTracks()) peer.addTrack(track, streams.value[who]!);
      peer.ontrack = ({ streams: [theirs] }) => {
        if (!over.signal.aborted) faces.value = { ...faces.value, [who === 'alice' ? 'bob' : 'alice']: theirs };
      };
      peer.onicecandidate = ({ candidate }) => void seat.candidate(candidate);
      seat.listen((heard) => void hear(peer, seat, heard).catch(failed));
      peer.addEventListener('connectionstatechange', () => {
        if (who === 'alice' && peer.connectionState === 'connected') status.value = connected(way);
        if (peer.connectionState === 'failed') failed('No way between the two was found, or it was lost.');
      });
    }

    try {
      // Fetched when somebody calls: four ways weigh more than a lab may before that.
      const { ways } = await import('./ways.ts');
      // One for both: the room in this page is in no other place.
      const carrier = recorded(ways[way](), trace);
      const [alice, bob] = [await end('alice', carrier), await end('bob', carrier)];
      settle('bob', bob);
      settle('alice', alice);
      await call(alice.peer, alice.seat);
    } catch (error) {
      failed(error);
    }
  }

  async function begin() {
    try {
      for (const who of names) {
        const stream = await devicesOf(who).getUserMedia({ video: { width: 320, height: 240 } });
        leaving.throwIfAborted();
        streams.value = { ...streams.value, [who]: stream };
      }
      status.value = 'Alice and Bob are on this page. Choose what carries their messages.';
    } catch (error) {
      const { sayRefusal } = await import('../../media/refusal.ts');
      const refusal = sayRefusal(error, { devices: devices !== undefined });
      if (!leaving.aborted) status.value = `${refusal} Or choose Synthetic above.`;
    }
  }

  render(<Panel {...{ status, streams, round, records, faces, context }} onCall={(way) => void callBy(way)} />, root);
  void begin();
  return () => render(null, root);
}

const connected = (way: Way) =>
  `Connected. ${way === 'This page' ? 'No server had a part in it' : `Their messages went through the server (${way})`}; pictures go straight from one to the other.`;

type PanelProps = {
  status: Signal<string>;
  streams: Signal<Faces>;
  round: Signal<Round | undefined>;
  records: Signal<Records>;
  faces: Signal<Faces>;
  context: LabContext;
  onCall(way: Way): void;
};

function Panel({ status, streams, round, records, faces, context: { light }, onCall }: PanelProps) {
  const isReady = names.every((who) => streams.value[who]);
  const now = round.value;
  return (
    <div class="carriers-lab">
      <div class="head">
        <fieldset class="ways">
          <legend>Call over</legend>
          {wayNames.map((way) => (
            <button
              key={way}
              type="button"
              disabled={!isReady}
              aria-pressed={now?.way === way}
              onClick={() => onCall(way)}
            >
              {way}
            </button>
          ))}
        </fieldset>
        <div class="faces">
          {names.map((who) => (
            <Face key={who} who={who} stream={faces.value[who]} />
          ))}
        </div>
      </div>
      <p class="sentence" role="status" aria-label="Call">
        {status.value}
      </p>
      <SideBySide records={records.value} />
      {now && (
        <Inside key={now.nr} trace={now.drawn} growing seats={names} onPick={({ line }) => line && light(line)} />
      )}
    </div>
  );
}

function Face({ who, stream }: { who: Name; stream: MediaStream | undefined }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    video.current!.srcObject = stream ?? null;
  }, [stream]);
  return (
    <figure data-who={who}>
      <video
        ref={video}
        autoplay
        playsInline
        muted
        tabIndex={-1}
        aria-label={`${nameOf[who]}, as the other one sees them`}
      />
      <figcaption>{nameOf[who]}</figcaption>
    </figure>
  );
}
