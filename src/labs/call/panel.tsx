import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import type { Witnessed } from '../../../protocol/witness.ts';
import { explainRefusal } from '../../media/refusal.ts';
import { sayConflict } from '../../trace/conflict.ts';
import { Inside } from '../../views/pictures/inside.tsx';
import type { LabContext } from '../lab.ts';
import { Controls } from './controls.tsx';
import { type End, openEnd } from './end.ts';
import './panel.css';
import { openSending, type Sending } from './sending.ts';
import type { About } from './two-party.ts';

/** What is shown of both ends. The ends change in place; another object around them tells whoever shows them. */
export type Shown = { end?: End; sending?: Sending; theirs: About | undefined };

const nameOf = { alice: 'Alice', bob: 'Bob' };
type Name = keyof typeof nameOf;

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, devices, devicesOf, carrier, trace, params, signal: leaving } = context;
  const who: Name = params.get('who') === 'bob' ? 'bob' : 'alice';
  const room = params.get('room') || `call-${Math.random().toString(36).slice(2, 12)}`;
  const status = signal('You are asked for picture and sound. The browser may have a question for you.');
  const shown = signal<Shown>({ theirs: undefined });
  const faces = { mine: createRef<HTMLVideoElement>(), theirs: createRef<HTMLVideoElement>() };
  const look = () => (shown.value = { ...shown.value });

  // On the lab's own page a reload leads back to the same room.
  if (location.pathname.startsWith('/labs/')) history.replaceState(null, '', `?${new URLSearchParams({ room, who })}`);

  async function picture() {
    try {
      const stream = await devicesOf(who).getUserMedia({ audio: true, video: { width: 320, height: 240 } });
      leaving.throwIfAborted();
      return stream;
    } catch (error) {
      const { name, meaning, remedy } = explainRefusal(error, { devices: devices !== undefined });
      if (!leaving.aborted) status.value = `${name}. ${meaning} ${remedy} Or choose Synthetic above.`;
      return undefined;
    }
  }

  async function begin() {
    const stream = await picture();
    if (!stream) return;
    faces.mine.current!.srcObject = stream;
    const { carrier: way, through } = await carrier();
    if (through === 'page')
      return void (status.value = 'No server answers here, and a call between two windows needs one.');
    const entered = await way.join({ room, name: who }, leaving);
    if (!entered.ok) return void (status.value = entered.sentence);
    const see = (entries: Witnessed[]) => {
      for (const conflict of trace.take(entries)) trace.append({ who, what: 'note', name: sayConflict(conflict) });
    };
    void way.watch({ room }, see, leaving);

    const tell = () => {
      const about = end.call?.about;
      if (about?.readyState === 'open') about.send(JSON.stringify(sending.about));
    };
    const sending = openSending({
      devices: devicesOf(who),
      stream,
      sender: () => pictureSender(end),
      changed() {
        tell();
        look();
      },
    });
    const end = openEnd({
      seat: entered.value,
      newPeer: () => newPeer(who),
      stream: () => stream,
      show(theirs) {
        faces.theirs.current!.srcObject = theirs;
      },
      about: (theirs) => (shown.value = { ...shown.value, theirs }),
      told(sentence) {
        if (sentence) status.value = sentence;
        else if (end.phase === 'talking') status.value = stateOfCall(end);
        if (!end.call) {
          faces.theirs.current!.srcObject = null;
          shown.value = { ...shown.value, theirs: undefined };
        } else end.call.about.onopen = tell;
        look();
      },
    });
    const [other] = end.others;
    status.value = other ? `${other.name} is here.` : 'Nobody else is here yet. Open the link in another window.';
    shown.value = { ...shown.value, end, sending };
  }

  render(<Panel {...{ who, room, status, shown, faces, context }} />, root);
  begin().catch((error) => {
    if (!leaving.aborted) status.value = `It broke off. ${error}`;
  });
  return () => render(null, root);
}

/** What is sent as a picture may be nothing just now: the sender is told by what it was made for. */
const pictureSender = (end: End) =>
  end.call?.peer.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video')?.sender;

function stateOfCall({ call }: End): string {
  const name = call!.partner.name;
  switch (call!.peer.connectionState) {
    case 'connected':
      return `You are talking to ${name}.`;
    case 'disconnected':
      return `Nothing comes through just now. It may heal by itself; otherwise a new way is looked for.`;
    case 'failed':
      return `The way to ${name} is lost. A new one is looked for.`;
    default:
      return `Looking for a way to ${name} …`;
  }
}

type PanelProps = {
  who: Name;
  room: string;
  status: Signal<string>;
  shown: Signal<Shown>;
  faces: Record<'mine' | 'theirs', RefObject<HTMLVideoElement | null>>;
  context: LabContext;
};

function Panel({ who, room, status, shown, faces, context: { trace, light } }: PanelProps) {
  const { end, sending, theirs } = shown.value;
  const other = who === 'alice' ? 'bob' : 'alice';
  const link = `/labs/call/?${new URLSearchParams({ room, who: other })}`;
  return (
    <div class="call-lab">
      <div class="faces">
        <figure data-who={other}>
          {/* biome-ignore lint/a11y/useMediaCaption: a live call has no captions */}
          <video
            ref={faces.theirs}
            autoplay
            playsInline
            tabIndex={-1}
            aria-label={`${nameOf[other]}, as you see them`}
          />
          <figcaption>
            <b>{nameOf[other]}</b> {theirs && saysOf(theirs)}
          </figcaption>
        </figure>
        <figure data-who={who}>
          <video ref={faces.mine} autoplay playsInline muted tabIndex={-1} aria-label="You" />
          <figcaption>
            <b>You, {nameOf[who]}</b> {sending && saysOf(sending.about)}
          </figcaption>
        </figure>
      </div>
      <p class="sentence" role="status" aria-label="Call">
        {status.value}
      </p>
      {end && sending && <Controls end={end} sending={sending} />}
      {end && end.others.length === 0 && (
        <p class="invite">
          <a class="button" href={link} target="_blank" rel="noopener opener">
            Open {nameOf[other]}’s window
          </a>{' '}
          <span>or open this on another device:</span> <code>{location.origin + link}</code>
        </p>
      )}
      <Inside trace={trace} growing onPick={({ line }) => line && light(line)} />
    </div>
  );
}

const saysOf = ({ microphone, picture }: About) =>
  [microphone ? '' : 'muted', picture === 'none' ? 'camera off' : picture === 'screen' ? 'shows a screen' : '']
    .filter(Boolean)
    .join(', ');
