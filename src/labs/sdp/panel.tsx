import { signal } from '@preact/signals';
import { render } from 'preact';
import { Inside } from '../../views/pictures/inside.tsx';
import type { LabContext } from '../lab.ts';
import { type Attempt, attempt, type Facts, factsOf, introduce, type Made, type Which } from './attempt.ts';
import type { Workbench } from './bench.tsx';
import type { Edits } from './edits.ts';
import './panel.css';

const names = ['alice', 'bob'] as const;
type Name = (typeof names)[number];

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, devices, devicesOf, trace, light, signal: leaving } = context;
  const status = signal('Both are asked for a picture. The browser may have a question for you.');
  const bench = signal<typeof Workbench | undefined>(undefined);
  /** The descriptions of the newest call, as they were made. */
  const made = signal<Made>({});
  const edits = signal<Record<Which, Edits>>({ offer: new Map(), answer: new Map() });
  /** What a call is like in which nothing was changed. */
  const usual = signal<Facts>([]);
  const newest = signal<{ done: Attempt; facts: Facts } | undefined>(undefined);
  const where = signal<'own' | 'way'>('way');
  const streams = {} as Record<Name, MediaStream>;
  let calls = 0;

  async function call() {
    const turn = ++calls;
    newest.value?.done.alice.close();
    newest.value?.done.bob.close();
    const [{ applyEdits, carriedOver }, { readDescription }] = await modules;
    const [alice, bob] = [newPeer('alice'), newPeer('bob')];
    introduce(alice, bob);
    introduce(bob, alice);
    const sides = { alice: { peer: alice, stream: streams.alice }, bob: { peer: bob, stream: streams.bob } };
    const done = await attempt(sides, (which, text) => {
      const description = readDescription(text);
      edits.value = { ...edits.value, [which]: carriedOver(edits.value[which], description) };
      const changed = applyEdits(description, edits.value[which]).text;
      return { own: where.value === 'own' ? changed : text, way: changed };
    });
    if (turn !== calls || leaving.aborted) return;
    made.value = { ...made.value, ...done.made };
    const tell = () => {
      if (turn !== calls || leaving.aborted) return;
      const isUsual = edits.value.offer.size + edits.value.answer.size === 0;
      newest.value = { done, facts: factsOf(done) };
      if (isUsual) usual.value = newest.value.facts;
      status.value = sentence(done);
    };
    for (const peer of [alice, bob]) peer.onconnectionstatechange = tell;
    tell();
  }

  const modules = Promise.all([import('./edits.ts'), import('../../sdp/description.ts')]);

  async function begin() {
    try {
      for (const who of names) {
        streams[who] = await devicesOf(who).getUserMedia({ audio: true, video: { width: 320, height: 240 } });
        leaving.throwIfAborted();
      }
    } catch (error) {
      const { sayRefusal } = await import('../../media/refusal.ts');
      const refusal = sayRefusal(error, { devices: devices !== undefined });
      if (!leaving.aborted) status.value = `${refusal} Or choose Synthetic above.`;
      return;
    }
    await call();
    bench.value = (await import('./bench.tsx')).Workbench;
  }

  function Panel() {
    const Bench = bench.value;
    return (
      <div class="sdp-lab">
        <p role="status" aria-label="Call">
          {status.value}
        </p>
        {Bench && (
          <Bench
            {...{ made, edits, where, usual, newest }}
            newPeer={() => newPeer('somebody')}
            onCall={() => void call()}
          />
        )}
        <Inside trace={trace} growing onPick={({ line }) => line && light(line)} />
      </div>
    );
  }

  render(<Panel />, root);
  begin().catch((error) => {
    if (!leaving.aborted) status.value = `It broke off. ${error}`;
  });
  return () => render(null, root);
}

function sentence({ refused, alice, bob }: Attempt): string {
  if (refused) return `${refused.call} was refused: ${refused.error.name}.`;
  const states = [alice.connectionState, bob.connectionState];
  if (states.includes('failed')) return 'Both took what they heard, and yet the connection failed.';
  if (states.every((state) => state === 'connected')) return 'Both took what they heard, and they are connected.';
  return 'Both took what they heard, and look for a way …';
}
