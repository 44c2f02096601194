import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Inside } from '../../views/pictures/inside.tsx';
import type { LabContext } from '../lab.ts';
import { callBob, hearBob } from './alice.ts';
import { hearCandidate, hearOffer, prepare } from './answer.ts';
import { judge, sentenceOf, type Verdict } from './checks.ts';
import './panel.css';
import { openPost } from './post.ts';

type Side = 'alice' | 'bob';

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, devicesOf, trace, signal: leaving } = context;
  const count = signal(0);
  const broken = signal('');
  const seen = signal<Partial<Record<Side, MediaStream>>>({});
  const verdicts = computed(() => {
    void count.value;
    return judge(trace.entries);
  });

  // Candidates come in dozens: what is there is looked at once a frame.
  let frame = 0;
  trace.follow(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      count.value++;
    });
  }, leaving);

  render(<Panel {...{ context, verdicts, broken, seen }} />, root);

  const failed = (error: unknown) => {
    if (!leaving.aborted) broken.value ||= `${error}`;
  };
  const showTo = (who: Side) => (stream: MediaStream) => {
    seen.value = { ...seen.value, [who]: stream };
  };
  const mediaOf = (who: Side) => devicesOf(who).getUserMedia({ audio: true, video: { width: 320, height: 240 } });

  async function begin() {
    const [hers, his] = [await mediaOf('alice'), await mediaOf('bob')];
    leaving.throwIfAborted();
    const [alice, bob] = [newPeer('alice'), newPeer('bob')];
    const tellAlice = (name: 'answer' | 'candidate', body: unknown) => post('bob', name, body);
    const post = openPost(trace, {
      alice: (name, body) => void hearBob(alice, name as 'answer', body).catch(() => {}),
      bob: (name, body) => void toBob(name, body).catch(failed),
    });
    const toBob = async (name: string, body: unknown) =>
      name === 'offer'
        ? hearOffer(bob, body as RTCSessionDescriptionInit, his, tellAlice)
        : hearCandidate(bob, body as RTCIceCandidateInit | null);
    try {
      prepare(bob, tellAlice, showTo('bob'));
    } catch (error) {
      failed(error);
    }
    await callBob(alice, hers, (name, body) => post('alice', name, body), showTo('alice'));
  }
  begin().catch(failed);

  return () => {
    cancelAnimationFrame(frame);
    render(null, root);
  };
}

type Props = {
  context: LabContext;
  verdicts: ReadonlySignal<Verdict[]>;
  broken: Signal<string>;
  seen: Signal<Partial<Record<Side, MediaStream>>>;
};

const marks = { met: '✓', open: '·', wrong: '✕' };
const spoken = { met: 'done', open: 'not yet', wrong: 'wrong' };

function Panel({ context, verdicts, broken, seen }: Props) {
  const { trace, light } = context;
  return (
    <div class="answer-lab">
      <p class="sentence" role="status" aria-label="Verdict">
        {broken.value ? `Bob’s code broke off. ${broken.value}. ` : ''}
        {sentenceOf(verdicts.value)}
      </p>
      <div class="faces">
        <Face context={context} who="bob" stream={seen.value.bob} label="Alice, as Bob sees her" />
        <Face context={context} who="alice" stream={seen.value.alice} label="Bob, as Alice sees him" />
      </div>
      <ol class="checks" aria-label="Checks">
        {verdicts.value.map(({ says, is, told }) => (
          <li key={says} data-is={is}>
            <span aria-hidden="true">{marks[is]}</span>
            <span class="only-spoken">{spoken[is]}: </span>
            <span>
              {says}
              {is === 'wrong' && <small>{told}</small>}
            </span>
          </li>
        ))}
      </ol>
      <Inside trace={trace} growing onPick={({ line }) => line && light(line)} />
    </div>
  );
}

type FaceProps = { context: LabContext; who: Side; stream: MediaStream | undefined; label: string };

/** What somebody sees of the other. That there is something to see is noted with its first frame. */
function Face({ context: { trace, signal: leaving }, who, stream, label }: FaceProps) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = video.current!;
    if (!stream || element.srcObject === stream) return;
    element.srcObject = stream;
    element.requestVideoFrameCallback(() => {
      if (!leaving.aborted) trace.append({ who, what: 'note', name: 'first frame' });
    });
  }, [stream]);
  return (
    <figure data-who={who === 'bob' ? 'alice' : 'bob'}>
      <video ref={video} autoplay playsInline muted tabIndex={-1} aria-label={label} />
      <figcaption>{label}</figcaption>
    </figure>
  );
}
