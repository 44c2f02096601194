import { useRef } from 'preact/hooks';
import type { Card } from '../../protocol/workshop/views.ts';
import { LatePictures } from './late-pictures.tsx';
import { type Page, titleIn } from './pages.ts';
import type { Rig } from './rig.ts';
import './spotlight-panel.css';
import { pathText } from './words.ts';

type Props = { rig: Rig; pages: readonly Page[] };

/** Whose lab the class sees, or is about to see, and what has become of it. */
export function SpotlightPanel({ rig, pages }: Props) {
  const { spotlight } = rig.view.value!;
  const cards = rig.cards.value;
  const card = cards.find(({ seat }) => seat === spotlight?.seat);
  const last = useRef<Card>(undefined);
  if (card) last.current = card;
  const hasLeft = !spotlight && last.current && !cards.some(({ seat }) => seat === last.current!.seat);
  if (!spotlight) return hasLeft ? <p role="status">{last.current!.name} has left, and the spotlight is off.</p> : null;
  const { id, consent, page = card?.place?.page } = spotlight;
  const shown = rig.spotlit.shown.value;
  const isShown = (consent === 'given' || consent === 'stopped') && shown?.id === id;
  return (
    <section class="spotlit" aria-labelledby="spotlit">
      <header class="line">
        <h3 id="spotlit">
          Spotlight: <bdi>{card?.name}</bdi>
          {isShown && page && <small> {titleIn(pages, page) ?? pathText(page)}</small>}
        </h3>
        {rig.may('endSpotlight') && (
          <button type="button" class="small" onClick={() => rig.commands({ what: 'endSpotlight' })}>
            End the spotlight
          </button>
        )}
      </header>
      <p role="status">{sentence(consent, card, isShown)}</p>
      {isShown && <LatePictures key={id} trace={shown.trace} />}
    </section>
  );
}

function sentence(consent: string, card: Card | undefined, isShown: boolean): string {
  const name = card?.name ?? 'The learner';
  if (consent === 'asked') return `${name} has been asked.`;
  if (consent === 'refused') return `${name} would rather not. Nothing of it is shown.`;
  if (consent === 'stopped') return 'The lab has stopped. The projector shows what it did until you end the spotlight.';
  if (card && card.awaySince !== null) return `${name} is not connected. What came so far stays.`;
  return isShown ? 'The class sees this on the projector.' : `${name} agrees. It begins when their lab does.`;
}
