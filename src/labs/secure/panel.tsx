import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import type { Witnessed } from '../../../protocol/witness.ts';
import { nearbyServers } from '../../carriers/nearby-servers.ts';
import { newId } from '../../carriers/new-id.ts';
import { explainRefusal, type Refusal } from '../../media/refusal.ts';
import { sayConflict } from '../../trace/conflict.ts';
import { Inside } from '../../views/pictures/inside.tsx';
import { Invite } from '../invite.tsx';
import type { LabContext } from '../lab.ts';
import { RefusalCard } from '../refusal-card.tsx';
import { Compare, Verdict } from './compare.tsx';
import { type Name, pair } from './pair.ts';
import './panel.css';
import { look } from './look.ts';
import { ask } from './secure.ts';
import { readTold, type Told } from './told.ts';

type Faces = Record<'mine' | 'theirs', RefObject<HTMLVideoElement | null>>;
type Shown = { theirs: Told | undefined; connected: boolean; refusal: Refusal | undefined };

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, devicesOf, carrier, trace, params, pair: paired, signal: leaving } = context;
  const who: Name = paired?.who ?? (params.get('who') === 'bob' ? 'bob' : 'alice');
  const room = paired?.room ?? (params.get('room') || `phone-${newId()}`);
  const status = signal('');
  const shown = signal<Shown>({ theirs: undefined, connected: false, refusal: undefined });
  const faces: Faces = { mine: createRef(), theirs: createRef() };
  const become = (news: Partial<Shown>) => (shown.value = { ...shown.value, ...news });

  // On the lab's own page a reload leads back to the same room, and the phone need not scan again.
  if (!paired && location.pathname.startsWith('/labs/'))
    history.replaceState(null, '', `?${new URLSearchParams({ room, who })}`);

  async function begin() {
    const devices = devicesOf(who);
    let stream: MediaStream;
    try {
      stream = await ask(devices);
    } catch (error) {
      return void become({ refusal: explainRefusal(error, { devices: devices !== undefined }) });
    }
    leaving.throwIfAborted();
    faces.mine.current!.srcObject = stream;
    const { carrier: way, through } = await carrier();
    if (through === 'page')
      return void (status.value = 'No server answers here, and to find each other two devices need one.');
    const entered = await way.join({ room, name: who }, leaving);
    if (!entered.ok) return void (status.value = entered.sentence);
    const see = (entries: Witnessed[]) => {
      for (const conflict of trace.take(entries)) trace.append({ who, what: 'note', name: sayConflict(conflict) });
    };
    void way.watch({ room }, see, leaving);
    const iceServers = await nearbyServers();
    if (paired) status.value = `${paired.partner} has not started yet.`;
    else status.value = who === 'alice' ? 'Nobody else is here yet.' : 'The page whose link this is isn’t here.';
    pair({
      who,
      seat: entered.value,
      stream,
      newPeer: () => newPeer(who, { iceServers }),
      show(theirs) {
        faces.theirs.current!.srcObject = theirs ?? null;
        become(theirs ? { connected: true } : { connected: false, theirs: undefined });
      },
      findings: (text) => become({ theirs: readTold(text) }),
      told: (sentence) => (status.value = sentence),
    });
  }

  render(<Panel {...{ who, room, status, shown, faces, context }} />, root);
  begin().catch((error) => {
    if (!leaving.aborted) status.value = `It broke off. ${error}`;
  });
  return () => render(null, root);
}

type Props = {
  who: Name;
  room: string;
  status: Signal<string>;
  shown: Signal<Shown>;
  faces: Faces;
  context: LabContext;
};

const nameOf = { alice: 'Alice', bob: 'Bob' };

function Panel({ who, room, status, shown, faces, context: { trace, light, pair: paired } }: Props) {
  const { theirs, connected, refusal } = shown.value;
  const other = who === 'alice' ? 'bob' : 'alice';
  const mine = { from: origin, findings: look() };
  const path = `labs/secure/?${new URLSearchParams({ room, who: other })}`;
  return (
    <div class="secure-lab">
      <Verdict told={mine} what="This page" />
      {refusal && <RefusalCard refusal={refusal} />}
      <div class="call" hidden={refusal !== undefined}>
        <div class="faces">
          <Face who={other} caption="The other device" label="The other device, as you see it" video={faces.theirs} />
          <Face who={who} caption={`This page, ${nameOf[who]}`} label="You" video={faces.mine} />
        </div>
        <p class="sentence" role="status" aria-label="Call">
          {status.value}
        </p>
      </div>
      {who === 'alice' && !paired && !connected && !refusal && (
        <>
          <Invite path={path} />
          <p>
            Or let{' '}
            <a href={`/${path}`} target="_blank" rel="noopener opener">
              another window
            </a>{' '}
            be the other device.
          </p>
        </>
      )}
      {theirs && <Verdict told={theirs} what="The page over there" />}
      <Compare mine={mine} theirs={theirs} />
      <Inside trace={trace} growing onPick={({ line }) => line && light(line)} />
    </div>
  );
}

type FaceProps = { who: Name; caption: string; label: string; video: RefObject<HTMLVideoElement | null> };

const Face = ({ who, caption, label, video }: FaceProps) => (
  <figure data-who={who}>
    <video ref={video} autoplay playsInline muted tabIndex={-1} aria-label={label} />
    <figcaption>{caption}</figcaption>
  </figure>
);
