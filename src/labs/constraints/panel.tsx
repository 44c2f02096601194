import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import { explainRefusal } from '../../media/refusal.ts';
import type { LabContext } from '../lab.ts';
import { Builder } from './builder.tsx';
import { candidatesFor, measure, type Outcome, outcomeOf } from './candidates.ts';
import { Compare, type Compared } from './compare.tsx';
import { apply, ask, compare, known, show, stop } from './constraints.ts';
import type { ConstraintSet, Supported } from './fitness.ts';
import './panel.css';
import { Why } from './why.tsx';
import { constraintsOf, unasked, type Wishes, written } from './wishes.ts';

/** What was asked last, and what the camera could do and did after it. */
type Answer = Compared & { wanted: ConstraintSet };

export function mount(root: HTMLElement, { devices, signal: leaving }: LabContext) {
  const status = signal('Asked for a camera. The browser may have a question for you.');
  const wishes = signal<Wishes>(unasked);
  const predicted = signal<Outcome | undefined>(undefined);
  const answer = signal<Answer | undefined>(undefined);
  const busy = signal(false);
  const video = createRef<HTMLVideoElement>();
  const supported = devices ? (known(devices) as Supported) : {};
  let track: MediaStreamTrack | undefined;

  async function attempt(does: (wanted: MediaTrackConstraints) => Promise<void>) {
    const wanted = constraintsOf(wishes.value);
    busy.value = true;
    try {
      await does(wanted);
      if (leaving.aborted) return track && stop(track);
      look(wanted as ConstraintSet);
      const { got } = answer.value!;
      tell(
        outcomeOf(wanted as ConstraintSet, got),
        `${got.width} × ${got.height} at ${written(got.frameRate)} a second.`,
      );
    } catch (error) {
      if (leaving.aborted) return;
      const { name, said, meaning, remedy } = explainRefusal(error, { devices: devices !== undefined });
      if (track) look(wanted as ConstraintSet);
      const words = said && `“${said}” `;
      if (name === 'OverconstrainedError') tell(name, `${words}${meaning} ${remedy}`);
      else status.value = `${name}. ${words}${meaning} ${remedy}`;
    } finally {
      busy.value = false;
    }
  }

  function tell(outcome: Outcome, more: string) {
    const guess = predicted.value;
    const verdict = guess && (guess === outcome ? 'As you predicted: ' : `You predicted “${guess}”. It was: `);
    status.value = `${verdict ?? 'What came: '}${outcome}. ${more}`;
  }

  /** With the shape of the picture, which Firefox does not tell. */
  function look(wanted: ConstraintSet) {
    const { can, asked, got } = compare(track!);
    const shape = got.aspectRatio ?? (got.width ?? 0) / (got.height ?? 1);
    answer.value = { wanted, can, asked, got: { ...got, aspectRatio: shape } } as unknown as Answer;
  }

  const askAnew = () =>
    attempt(async (wanted) => {
      const next = await ask(devices, wanted);
      // Only now: who is refused keeps the picture that they had.
      if (track) stop(track);
      track = next;
      if (!leaving.aborted) await show(track, video.current!);
    });
  const applyNow = () => (track ? attempt((wanted) => apply(track!, wanted)) : askAnew());

  render(
    <Panel {...{ status, wishes, predicted, answer, busy, video, supported }} onApply={applyNow} onAsk={askAnew} />,
    root,
  );
  void askAnew();

  return () => {
    if (track) stop(track);
    render(null, root);
  };
}

type PanelProps = {
  status: Signal<string>;
  wishes: Signal<Wishes>;
  predicted: Signal<Outcome | undefined>;
  answer: Signal<Answer | undefined>;
  busy: Signal<boolean>;
  video: RefObject<HTMLVideoElement | null>;
  supported: Supported;
  onApply(): void;
  onAsk(): void;
};

function Panel({ status, wishes, predicted, answer, busy, video, supported, onApply, onAsk }: PanelProps) {
  const now = answer.value;
  return (
    <div class="constraints-lab">
      <div class="top">
        <Builder {...{ wishes, predicted, onApply, onAsk }} busy={busy.value} />
        <figure>
          {/* biome-ignore lint/a11y/useMediaCaption: one's own face, live and muted */}
          <video ref={video} tabIndex={-1} aria-label="What the camera gives" />
        </figure>
      </div>
      <p class="sentence" role="status" aria-label="Constraints">
        {status.value}
      </p>
      {now && <Why wanted={now.wanted} got={now.got} supported={supported} measured={measuredOf(now, supported)} />}
      {now && <Compare supported={supported} compared={now} />}
    </div>
  );
}

const measuredOf = ({ wanted, can, got }: Answer, supported: Supported) =>
  measure(candidatesFor(wanted, can, got), wanted, supported);
