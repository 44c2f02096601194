import { signal } from '@preact/signals';
import { type FunctionComponent, render } from 'preact';
import type { LabContext } from '../lab.ts';
import { ActList } from './act-list.tsx';
import { type Desk, openDesk } from './desk.ts';
import { hearKeys, keepFocus } from './keys.ts';
import { More } from './more.tsx';
import './panel.css';
import { newSight, type Sight } from './sight.ts';
import { nameOf, sentenceOf } from './situation.ts';
import { Stage } from './stage.tsx';
import { steps } from './steps.ts';

/** Comes with the first step, while there still is a server to fetch it from. */
const outcome = signal<FunctionComponent<{ desk: Desk }> | undefined>(undefined);
let coming: Promise<unknown> | undefined;
function fetchOutcome() {
  coming ??= import('./outcome.tsx').then(
    ({ Outcome }) => (outcome.value = Outcome),
    () => (coming = undefined),
  );
}

export function mountList(root: HTMLElement, context: LabContext) {
  const desk = openDesk(context);
  const sight = newSight();
  render(<Panel desk={desk} sight={sight} />, root);
  // Whoever has a seat in a class may be led to a step at any time.
  if ('seat' in document.documentElement.dataset)
    void import('./class-is-at.tsx').then(({ watchClass }) => watchClass(root, desk, sight));
  context.trace.follow(fetchOutcome, context.signal);
  hearKeys(root, desk, context.signal);
  keepFocus(root, context.signal);
  root.addEventListener('labpause', desk.pause, { signal: context.signal });
  if (context.params.has('order')) void runPrepared(desk, context.params.get('order')!);
  return () => render(null, root);
}

/** A link may ask for one of the prepared orders. */
async function runPrepared(desk: Desk, key: string) {
  const { wrongOrders } = await import('./orders.ts');
  const order = wrongOrders.find((each) => each.key === key);
  if (order) await desk.runOrder(order.steps);
}

function Panel({ desk, sight }: { desk: Desk; sight: Sight }) {
  const Outcome = outcome.value;
  const warning = desk.moment.value === 'live' ? desk.warning.value : 'The connection itself stays where it is.';
  return (
    <div class="tasklist-lab" data-moment={desk.at.value}>
      {sight.notice.value}
      <Stage desk={desk} />
      <div class="say">
        <p class="sentence" role="status" aria-label="Call">
          {desk.moment.value === 'live'
            ? sentenceOf(desk.situation.value)
            : `Looking back: ${sentenceOf(desk.then.value)}`}
        </p>
        <Controls desk={desk} byStep={sight.isOpen.value || desk.attempt.value.order !== steps} />
        {warning && <p class="warning">{warning}</p>}
      </div>
      {Outcome && <Outcome desk={desk} />}
      <ActList desk={desk} sight={sight} />
      <More desk={desk} />
    </div>
  );
}

/** One button that says what it does. With an act opened, it takes a step; playing is there beside it. */
function Controls({ desk, byStep }: { desk: Desk; byStep: boolean }) {
  const { moment, situation, isBusy, playing } = desk;
  if (moment.value !== 'live')
    return (
      <Button onPress={() => (moment.value = 'live')} looks>
        Back to now
      </Button>
    );
  const now = situation.value;
  if (now.is !== 'ready' && now.is !== 'running') return null;
  if (playing.value) return <Button onPress={desk.pause}>Pause</Button>;
  if (now.is === 'running') return <Button busy>{nameOf(now.step)}</Button>;
  if (!byStep)
    return (
      <Button onPress={desk.takeAct} busy={isBusy.value}>
        {now.begun ? `Go on: ${lower(now.act.title)}` : now.act.title}
      </Button>
    );
  return (
    <span class="controls">
      <Button onPress={desk.takeStep} busy={isBusy.value}>
        {nameOf(now.step)}
      </Button>
      <button type="button" class="plain" onClick={desk.play}>
        Play
      </button>
    </span>
  );
}

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

type ButtonProps = { onPress?(): unknown; busy?: boolean; looks?: boolean; children: unknown };

/** Never disabled: that would drop the focus of whoever came by keyboard. */
const Button = ({ onPress, busy = false, looks, children }: ButtonProps) => (
  <button
    type="button"
    class="strong next"
    aria-disabled={busy}
    data-looks={looks}
    onClick={busy ? undefined : () => onPress?.()}
  >
    {children as string}
  </button>
);
