import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import { explainScreenRefusal } from '../../media/screen-refusal.ts';
import type { LabContext } from '../lab.ts';
import { OnPurpose } from '../on-purpose.tsx';
import { Faces } from './faces.tsx';
import './panel.css';
import { forbiddenFrame, type ProvokedRefusal, refusals } from './refusals.ts';
import { chosen, connect, emptyPlace, send, sendNothing, share, stop, whenOver, wishesRead } from './screen.ts';
import { type Sharing, sentenceOf, Told } from './told.tsx';
import { optionsOf, type Wishes, WishForm } from './wishes.tsx';

export function mount(root: HTMLElement, { devices, newPeer, signal: leaving }: LabContext) {
  const available = typeof devices?.getDisplayMedia === 'function';
  const sharing = signal<Sharing>(available ? { state: 'ready' } : { state: 'unavailable' });
  const wishes = signal<Wishes>({ surface: '', ticked: [] });
  const read = signal<ReadonlySet<string> | undefined>(undefined);
  const listens = signal(true);
  const bobHears = signal<string | undefined>(undefined);
  const [own, bobs] = [createRef<HTMLVideoElement>(), createRef<HTMLVideoElement>()];
  let turns = 0;

  const [alice, bob] = [newPeer('alice'), newPeer('bob')];
  const { sender, news } = emptyPlace(alice);
  bob.ontrack = ({ track }) => show(bobs.current!, new MediaStream([track]));
  bob.ondatachannel = ({ channel }) => {
    channel.onmessage = ({ data }) => {
      bobHears.value = data;
    };
  };
  const connected = connect(alice, bob, news);

  async function attempt(question: () => Promise<MediaStream>, permitted?: boolean) {
    const turn = ++turns;
    await end();
    sharing.value = { state: 'asking' };
    const outdated = () => leaving.aborted || turn !== turns;
    try {
      const stream = await question();
      if (outdated()) return stop(stream);
      return stream;
    } catch (error) {
      if (!outdated())
        sharing.value = { state: 'refused', refusal: explainScreenRefusal(error, { available, permitted }) };
    }
    return undefined;
  }

  async function shareNow() {
    const stream = await attempt(() => share(devices, optionsOf(wishes.value)));
    if (!stream) return;
    sharing.value = { state: 'sharing', stream, what: chosen(stream) };
    show(own.current!, stream);
    if (listens.value) whenOver(stream, () => over(stream));
    // The lab sees what the page's code misses.
    else stream.getVideoTracks()[0]!.addEventListener('ended', () => unheard(stream));
    await connected;
    if (isShared(stream)) await send(sender, news, stream);
  }

  const isShared = (stream: MediaStream) => sharing.value.state === 'sharing' && sharing.value.stream === stream;

  function unheard(stream: MediaStream) {
    if (sharing.value.state === 'sharing' && isShared(stream)) sharing.value = { ...sharing.value, unheard: true };
  }

  async function over(stream: MediaStream) {
    if (!isShared(stream)) return;
    stop(stream);
    sharing.value = { state: 'over', by: 'person' };
    own.current!.srcObject = null;
    await connected;
    await sendNothing(sender, news);
  }

  async function end() {
    if (sharing.value.state !== 'sharing') return;
    stop(sharing.value.stream);
    sharing.value = { state: 'over', by: 'page' };
    own.current!.srcObject = null;
    await connected;
    await sendNothing(sender, news);
  }

  const forbidden = forbiddenFrame();
  async function provoke({ provoke, permitted }: ProvokedRefusal) {
    const stream = await attempt(() => provoke(devices, forbidden), permitted);
    if (!stream) return;
    stop(stream);
    sharing.value = { state: 'granted' };
  }

  render(
    <Panel
      {...{ sharing, wishes, read, listens, bobHears, own, bobs }}
      onShare={shareNow}
      onStop={end}
      onProvoke={provoke}
    />,
    root,
  );
  if (available) void wishesRead(devices).then((names) => (read.value = names));

  return () => {
    if (sharing.value.state === 'sharing') stop(sharing.value.stream);
    forbidden.remove();
    render(null, root);
  };
}

function show(video: HTMLVideoElement, stream: MediaStream) {
  video.srcObject = stream;
  // Interrupted when another picture takes its place.
  video.play().catch(() => {});
}

type PanelProps = {
  sharing: Signal<Sharing>;
  wishes: Signal<Wishes>;
  read: Signal<ReadonlySet<string> | undefined>;
  listens: Signal<boolean>;
  bobHears: Signal<string | undefined>;
  own: RefObject<HTMLVideoElement | null>;
  bobs: RefObject<HTMLVideoElement | null>;
  onShare(): void;
  onStop(): void;
  onProvoke(refusal: ProvokedRefusal): void;
};

function Panel({ sharing, wishes, read, listens, bobHears, own, bobs, onShare, onStop, onProvoke }: PanelProps) {
  const { state } = sharing.value;
  const idle = state === 'asking' || state === 'unavailable';
  return (
    <div class="screen-lab">
      <Faces own={own} bobs={bobs} shared={state === 'sharing'} bobHears={bobHears} />
      <div class="controls">
        <button
          type="button"
          class="strong"
          aria-disabled={idle}
          data-always={state === 'sharing'}
          onClick={state === 'sharing' ? onStop : idle ? undefined : onShare}
        >
          {state === 'sharing' ? 'Stop the tracks' : 'Share a screen'}
        </button>
        <label class="listens">
          <input
            type="checkbox"
            checked={listens.value}
            disabled={state === 'sharing'}
            onChange={({ currentTarget }) => (listens.value = currentTarget.checked)}
          />
          Listen for <code>ended</code>
        </label>
      </div>
      <p class="sentence" role="status" aria-label="Screen">
        {sentenceOf(sharing.value)}
      </p>
      <Told sharing={sharing.value} />
      <WishForm chosen={wishes} read={read} />
      <OnPurpose ways={refusals} onProvoke={onProvoke} />
    </div>
  );
}
