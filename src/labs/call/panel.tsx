import { signal } from '@preact/signals';
import { createRef, render } from 'preact';
import type { Witnessed } from '../../../protocol/witness.ts';
import { nearbyServers } from '../../carriers/nearby-servers.ts';
import { sayRefusal } from '../../media/refusal.ts';
import { sayConflict } from '../../trace/conflict.ts';
import type { LabContext } from '../lab.ts';
import { byThemselves } from './by-themselves.ts';
import { before, keepForLater } from './come-back.ts';
import { type End, openEnd } from './end.ts';
import './panel.css';
import { type Name, Room, type Shown } from './room.tsx';
import { said } from './said.ts';
import { openSending } from './sending.ts';

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, devices, devicesOf, carrier, trace, params, pair, signal: leaving } = context;
  const last = before();
  const who: Name = pair?.who ?? ((params.get('who') ?? last?.who) === 'bob' ? 'bob' : 'alice');
  const room = pair?.room ?? (params.get('room') || last?.room || `call-${Math.random().toString(36).slice(2, 12)}`);
  const earlier = last?.room === room && last.who === who ? last : undefined;
  const status = signal('You are asked for picture and sound. The browser may have a question for you.');
  const shown = signal<Shown>({ theirs: undefined });
  const faces = { mine: createRef<HTMLVideoElement>(), theirs: createRef<HTMLVideoElement>() };
  const look = () => (shown.value = { ...shown.value });
  const say = (news = '') => (status.value = said(news, shown.value.end) || status.value);

  // Whoever stops the lab has left. A page that goes in the middle of a call may be about to come again.
  const seated = new AbortController();
  let mayComeBack = () => false;
  leaving.addEventListener('abort', () => {
    if (leaving.reason !== 'pagehide' || !mayComeBack()) seated.abort();
  });
  // Shown again just as it was, without having been loaded: its lab is stopped, and nobody sits in the seat.
  addEventListener('pageshow', () => seated.abort(), { signal: seated.signal });

  // On the lab's own page a reload leads back to the same room.
  if (!pair && location.pathname.startsWith('/labs/'))
    history.replaceState(null, '', `?${new URLSearchParams({ room, who })}`);

  async function picture() {
    try {
      const stream = await devicesOf(who).getUserMedia({ audio: true, video: { width: 320, height: 240 } });
      leaving.throwIfAborted();
      return stream;
    } catch (error) {
      refused(error, 'Or choose Synthetic above.');
      return undefined;
    }
  }

  function refused(error: unknown, otherwise = 'What was sent before is still sent.') {
    const refusal = sayRefusal(error, { devices: devices !== undefined });
    if (!leaving.aborted) say(`${refusal} ${otherwise}`);
  }

  async function begin() {
    const stream = await picture();
    if (!stream) return;
    faces.mine.current!.srcObject = stream;
    const { carrier: way, through } = await carrier();
    if (through === 'page')
      return void (status.value = 'No server answers here, and a call between two windows needs one.');
    const entered = await way.join({ room, name: who, token: earlier?.token }, seated.signal);
    if (!entered.ok) return void (status.value = entered.sentence);
    const { value: seat } = entered;
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
      before: earlier?.about,
      sender: () => pictureSender(end),
      changed() {
        tell();
        look();
      },
      refused,
      signal: leaving,
    });
    const iceServers = await nearbyServers();
    const meet = pair && byThemselves(who);
    const end = openEnd({
      seat,
      newPeer: () => newPeer(who, { iceServers }),
      stream: () => stream,
      show(theirs) {
        faces.theirs.current!.srcObject = theirs;
      },
      about: (theirs) => (shown.value = { ...shown.value, theirs }),
      told(sentence) {
        // Its own channel closes a moment after whoever stopped has gone: nobody is left to be told.
        if (leaving.aborted) return;
        say(sentence);
        if (!end.call) {
          faces.theirs.current!.srcObject = null;
          shown.value = { ...shown.value, theirs: undefined };
        } else end.call.about.onopen = tell;
        look();
        meet?.(end);
      },
    });
    const [other] = end.others;
    if (other) status.value = `${other.name} is here.`;
    else if (pair) status.value = `${pair.partner} has not started yet. You are connected as soon as they have.`;
    else status.value = 'Nobody else is here yet. Open the link in another window.';
    shown.value = { ...shown.value, end, sending };
    mayComeBack = () => {
      const { partner } = end;
      keepForLater({ room, who, token: seat.token, partner, about: sending.about });
      return partner !== undefined;
    };
    const partner = end.others.find(({ seat }) => seat === earlier?.partner);
    if (partner) await end.ring(partner);
    else meet?.(end);
  }

  render(<Room {...{ who, room, status, shown, faces, context }} />, root);
  begin().catch((error) => {
    if (!leaving.aborted) status.value = `It broke off. ${error}`;
  });
  return () => render(null, root);
}

/** What is sent as a picture may be nothing just now: the sender is told by what it was made for. */
const pictureSender = (end: End) =>
  end.call?.peer.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video')?.sender;
