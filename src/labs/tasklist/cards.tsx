import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LabContext } from '../lab.ts';
import './cards.css';
import { verdictOf } from './cards-verdict.ts';
import { type Desk, openDesk } from './desk.ts';
import './other-orders.css';
import './panel.css';
import { statusOf } from './progress.ts';
import { Stage } from './stage.tsx';
import type { Step } from './step.ts';
import { steps } from './steps.ts';
import { marks, spoken } from './text.ts';

/** Those that somebody takes. The others come by themselves, wherever they come. */
const pack = steps.filter(({ byItself }) => !byItself);
const others = steps.filter(({ byItself }) => byItself);

export function mountCards(root: HTMLElement, context: LabContext) {
  render(<Cards desk={openDesk(context)} />, root);
  return () => render(null, root);
}

function shuffled(cards: readonly Step[]): Step[] {
  const left = [...cards];
  return cards.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]!);
}

type Way = 'earlier' | 'later';

function Cards({ desk }: { desk: Desk }) {
  const hand = useSignal<readonly Step[]>(shuffled(pack));
  /** The order that ran last, or runs. */
  const ran = useSignal<readonly Step[] | undefined>(undefined);
  const dragged = useSignal<number | undefined>(undefined);
  const moved = useSignal<{ key: string; way?: Way; says: string } | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);

  function move(from: number, to: number, way?: Way) {
    const card = hand.value[from];
    if (!card || to < 0 || to >= hand.value.length) return;
    hand.value = hand.value.toSpliced(from, 1).toSpliced(to, 0, card);
    moved.value = { key: card.key, way, says: `${card.name} of ${card.who} is now card ${to + 1} of ${pack.length}.` };
  }

  // A card that changes its place takes the focus of its button along.
  useLayoutEffect(() => {
    const { key, way } = moved.value ?? {};
    if (way) list.current!.querySelector<HTMLElement>(`[data-key="${key}"] [data-way="${way}"]`)!.focus();
  }, [moved.value]);

  const { progress } = desk.live.value;
  const verdict = ran.value && verdictOf(ran.value, desk.situation.value, progress);

  return (
    <div class="tasklist-lab cards-lab">
      <p>
        {pack.length} cards are in the pack; 7, 9, 18, 20 and 23 of the list come by themselves. Drag a card, or move it
        with its two buttons. Your order is really run, and any that works is right.
      </p>
      <div class="verdict" data-is={verdict?.is ?? 'open'}>
        <p class="sentence" role="status" aria-label="Verdict">
          {verdict?.says ?? 'Put the cards in order, then run it.'} {verdict?.rule && `The rule. ${verdict.rule}`}
        </p>
        <p class="ways">
          <button
            type="button"
            class="strong"
            onClick={() => {
              ran.value = hand.value;
              void desk.runOrder([...hand.value, ...others]);
            }}
          >
            Run my order
          </button>
          <button
            type="button"
            onClick={() => {
              ran.value = undefined;
              hand.value = shuffled(pack);
            }}
          >
            Shuffle
          </button>
        </p>
      </div>
      <Stage desk={desk} />
      <section class="other-orders" aria-label="Cards">
        <ol ref={list} aria-label="Your order">
          {hand.value.map((card, index) => {
            const status = ran.value ? statusOf(progress, card) : 'ahead';
            return (
              <li
                key={card.key}
                data-key={card.key}
                data-who={card.who}
                data-status={verdict?.step === card ? 'failed' : status}
                draggable
                onDragStart={({ dataTransfer }) => {
                  // Firefox drags nothing that carries nothing.
                  dataTransfer?.setData('text/plain', card.name);
                  dragged.value = index;
                }}
                onDragOver={(event) => event.preventDefault()}
                onDrop={(event) => {
                  event.preventDefault();
                  if (dragged.value !== undefined) move(dragged.value, index);
                }}
              >
                <span class="number">
                  {index + 1} <span aria-hidden="true">{marks[status]}</span>
                </span>
                <span class="name">
                  {card.name}
                  {ran.value && <span class="only-spoken">, {spoken[status]}</span>}
                </span>
                <span class="who">{card.who}</span>
                {(['earlier', 'later'] as const).map((way) => (
                  <button
                    key={way}
                    type="button"
                    class="plain"
                    data-way={way}
                    aria-label={`${card.name} of ${card.who}: ${way}`}
                    onClick={() => move(index, index + (way === 'earlier' ? -1 : 1), way)}
                  >
                    {way === 'earlier' ? '↑' : '↓'}
                  </button>
                ))}
              </li>
            );
          })}
        </ol>
        <p class="only-spoken" role="status">
          {moved.value?.says}
        </p>
      </section>
    </div>
  );
}
