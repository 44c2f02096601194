import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import { explainRefusal } from '../../media/refusal.ts';
import { Pictures } from '../../views/pictures/pictures.tsx';
import type { LabContext } from '../lab.ts';
import { chosenPair } from './chosen-pair.ts';
import { answer, call, hear } from './hello.ts';
import { createMailbox } from './mailbox.ts';
import './panel.css';

type Name = 'alice' | 'bob';
const nameOf = { alice: 'Alice', bob: 'Bob' };

type Line = { from: Name; text: string };

export function mountHello(root: HTMLElement, context: LabContext) {
  const { newPeer, devices, devicesOf, trace, signal: leaving } = context;
  const status = signal('Both are asked for picture and sound. The browser may have a question for you.');
  const lines = signal<readonly Line[]>([]);
  const channels = signal<Partial<Record<Name, RTCDataChannel>>>({});
  const faces = { alice: createRef<HTMLVideoElement>(), bob: createRef<HTMLVideoElement>() };

  const say = (who: Name, text: string) => channels.value[who]!.send(text);

  function open(who: Name, channel: RTCDataChannel) {
    // Shown is what arrived, not what was meant to.
    channel.onmessage = ({ data }) => {
      lines.value = [...lines.value, { from: who === 'alice' ? 'bob' : 'alice', text: data }];
    };
    channel.onopen = () => {
      channels.value = { ...channels.value, [who]: channel };
    };
    channel.onclose = () => {
      channels.value = {};
    };
  }

  render(<Panel status={status} lines={lines} channels={channels} faces={faces} onSay={say} context={context} />, root);

  const failed = (error: unknown) => {
    if (!leaving.aborted) status.value = `It broke off. ${error}`;
  };

  async function picture(who: Name) {
    const stream = await devicesOf(who).getUserMedia({ audio: true, video: { width: 320, height: 240 } });
    leaving.throwIfAborted();
    return stream;
  }

  async function pictures() {
    try {
      return [await picture('alice'), await picture('bob')] as const;
    } catch (error) {
      const { name, meaning, remedy } = explainRefusal(error, { devices: devices !== undefined });
      if (!leaving.aborted) status.value = `${name}. ${meaning} ${remedy} Or choose Synthetic above.`;
      return undefined;
    }
  }

  async function begin() {
    const streams = await pictures();
    if (!streams) return;
    const [aliceStream, bobStream] = streams;
    status.value = 'Alice calls Bob …';
    const alice = newPeer('alice');
    const bob = newPeer('bob');

    const send = createMailbox(trace, {
      alice: (told, body) => hear(alice, told, body).catch(failed),
      bob: (told, body) => {
        const heard =
          told === 'offer'
            ? answer(bob, bobStream, body as RTCSessionDescriptionInit, (...message) =>
                send('bob', 'alice', ...message),
              )
            : hear(bob, told, body);
        return heard.catch(failed);
      },
    });

    // Each face is what the other one receives of it: a picture that has been through the connection.
    alice.ontrack = ({ streams: [stream] }) => {
      faces.bob.current!.srcObject = stream!;
    };
    bob.ontrack = ({ streams: [stream] }) => {
      faces.alice.current!.srcObject = stream!;
    };
    bob.ondatachannel = ({ channel }) => open('bob', channel);
    alice.onconnectionstatechange = async () => {
      if (alice.connectionState === 'failed')
        status.value = 'The connection failed: no way between the two was found, or it was lost.';
      if (alice.connectionState === 'disconnected')
        status.value = 'Nothing comes through just now. It may heal by itself.';
      if (alice.connectionState !== 'connected') return;
      const pair = await chosenPair(alice);
      const relayed = pair?.local === 'relay' || pair?.remote === 'relay';
      status.value = relayed ? 'Connected, through a relay.' : 'Connected, directly: no server is part of it.';
    };
    open('alice', await call(alice, aliceStream, (...message) => send('alice', 'bob', ...message)));
  }
  begin().catch(failed);

  return () => render(null, root);
}

type PanelProps = {
  status: Signal<string>;
  lines: Signal<readonly Line[]>;
  channels: Signal<Partial<Record<Name, RTCDataChannel>>>;
  faces: Record<Name, RefObject<HTMLVideoElement | null>>;
  onSay(from: Name, text: string): void;
  context: LabContext;
};

function Panel({ status, lines, channels, faces, onSay, context: { trace, light } }: PanelProps) {
  return (
    <div class="hello-lab">
      <div class="faces">
        {(['alice', 'bob'] as const).map((who) => (
          <section key={who} class={who} aria-label={nameOf[who]}>
            <video
              ref={faces[who]}
              autoplay
              playsInline
              muted
              tabIndex={-1}
              aria-label={`${nameOf[who]}, as the other one sees them`}
            />
            <h3>{nameOf[who]}</h3>
            <SayForm who={who} open={channels.value[who] !== undefined} onSay={onSay} />
          </section>
        ))}
      </div>
      <p class="sentence" role="status" aria-label="Call">
        {status.value}
      </p>
      <ol class="lines" aria-label="Chat" aria-live="polite">
        {lines.value.map(({ from, text }, index) => (
          <li key={index} class={from}>
            <b>{nameOf[from]}</b> {text}
          </li>
        ))}
      </ol>
      <Pictures trace={trace} growing onPick={({ line }) => line && light(line)} />
    </div>
  );
}

function SayForm({ who, open, onSay }: { who: Name; open: boolean; onSay: PanelProps['onSay'] }) {
  const label = `${nameOf[who]} says`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('text') as HTMLInputElement;
        if (field.value) onSay(who, field.value);
        field.value = '';
      }}
    >
      <input name="text" aria-label={label} placeholder={label} maxLength={200} readOnly={!open} autoComplete="off" />
      <button type="submit" disabled={!open}>
        Say
      </button>
    </form>
  );
}
