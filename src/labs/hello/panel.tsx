import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { Pictures } from '../../views/pictures/pictures.tsx';
import type { LabContext } from '../lab.ts';
import { Chat, type Name, nameOf, type Said } from './chat.tsx';
import { chosenPair } from './chosen-pair.ts';
import { Face } from './face.tsx';
import { answer, call, hear } from './hello.ts';
import { createMailbox, type Letter } from './mailbox.ts';
import { Post } from './post.tsx';
import './panel.css';

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, devices, devicesOf, trace, params, signal: leaving } = context;
  const status = signal('Both are asked for picture and sound. The browser may have a question for you.');
  const said = signal<readonly Said[]>([]);
  const channels = signal<Partial<Record<Name, RTCDataChannel>>>({});
  /** Each face is what the other one receives of it: a picture that has been through the connection. */
  const received = signal<Partial<Record<Name, MediaStream>>>({});

  /** What nobody has passed on yet, where the learner is the server. */
  const held = params.has('held') ? signal<readonly Letter[]>([]) : undefined;
  const carry = (letter: Letter) => {
    if (held) held.value = [...held.value, letter];
    else queueMicrotask(letter.deliver);
  };

  const say = (who: Name, text: string) => channels.value[who]!.send(text);

  function open(who: Name, channel: RTCDataChannel) {
    // Shown is what arrived, not what was meant to.
    channel.onmessage = ({ data }) => {
      said.value = [...said.value, { from: who === 'alice' ? 'bob' : 'alice', text: data }];
    };
    channel.onopen = () => {
      channels.value = { ...channels.value, [who]: channel };
    };
    channel.onclose = () => {
      channels.value = {};
    };
  }

  render(<Panel {...{ status, said, channels, received, held, onSay: say, context }} />, root);

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
      const { sayRefusal } = await import('../../media/refusal.ts');
      const refusal = sayRefusal(error, { devices: devices !== undefined });
      if (!leaving.aborted) status.value = `${refusal} Or choose Synthetic above.`;
      return undefined;
    }
  }

  async function begin() {
    const streams = await pictures();
    if (!streams) return;
    const [aliceStream, bobStream] = streams;
    status.value = held ? 'Alice calls Bob. Nothing moves unless you pass it on.' : 'Alice calls Bob …';
    const alice = newPeer('alice');
    const bob = newPeer('bob');

    const send = createMailbox(
      trace,
      {
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
      },
      carry,
    );

    alice.ontrack = ({ streams: [stream] }) => {
      received.value = { ...received.value, bob: stream! };
    };
    bob.ontrack = ({ streams: [stream] }) => {
      received.value = { ...received.value, alice: stream! };
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
  said: Signal<readonly Said[]>;
  channels: Signal<Partial<Record<Name, RTCDataChannel>>>;
  received: Signal<Partial<Record<Name, MediaStream>>>;
  held: Signal<readonly Letter[]> | undefined;
  onSay(from: Name, text: string): void;
  context: LabContext;
};

const names = ['alice', 'bob'] as const;

function Panel({ status, said, channels, received, held, onSay, context: { trace, light } }: PanelProps) {
  const { alice, bob } = channels.value;
  const faces = names.flatMap((who) => {
    const stream = received.value[who];
    const label = `${nameOf[who]}, as the other one sees them`;
    return stream ? [[who, <Face key={who} stream={stream} label={label} />] as const] : [];
  });
  return (
    <div class="hello-lab">
      <p class="sentence" role="status" aria-label="Call">
        {status.value}
      </p>
      {held && <Post held={held} />}
      <Chat said={said} open={{ alice: alice !== undefined, bob: bob !== undefined }} onSay={onSay} />
      <Pictures
        trace={trace}
        growing
        faces={Object.fromEntries(faces)}
        seats={names}
        onPick={({ line }) => line && light(line)}
      />
    </div>
  );
}
