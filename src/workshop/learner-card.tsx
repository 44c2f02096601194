import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Card } from '../../protocol/workshop/views.ts';
import { HandButtons } from './hand-buttons.tsx';
import { HowLong } from './how-long.tsx';
import { memo } from './memo.ts';
import type { Need } from './needs.ts';
import { type Page, titleIn } from './pages.ts';
import type { Rig } from './rig.ts';
import { ToSpotlight } from './to-spotlight.tsx';
import { pathText } from './words.ts';
import './learner-card.css';

type Props = {
  card: Card;
  need: Need;
  hasLeft: boolean;
  /** Of all cards the one that Tab leads to. */
  isCurrent: boolean;
  rig: Rig;
  pages: readonly Page[];
};

/** As high as every other, whatever stands in it: so nothing on the page moves when something of somebody changes. */
export const LearnerCard = memo(({ card, need, hasLeft, isCurrent, rig, pages }: Props) => {
  const { seat, name, place, since, standing, hand, awaySince } = card;
  const [isOpen, setOpen] = useState(false);
  const states = [standing.signaling, standing.gathering, standing.ice, standing.connection];
  return (
    <li class="learner" data-need={hasLeft ? 'away' : need} data-seat={seat} data-open={isOpen}>
      <div class="top">
        {/* What is too long is cut at its end, whichever way it is read. */}
        <h4 dir="auto">{name}</h4>
        {!hasLeft && rig.may('message') && (
          <button
            type="button"
            class="plain"
            tabIndex={isCurrent ? 0 : -1}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            More<span class="only-spoken"> for {name}</span>
          </button>
        )}
      </div>
      <p class="place">
        <span>{place ? placeText(place, pages) : 'On no page yet'}</span>
        {awaySince === null && place && (
          <small>
            <HowLong since={since} rig={rig} />
          </small>
        )}
      </p>
      <p class="page">
        {[standing.candidate && `way: ${standing.candidate}`, place?.step !== undefined && titleOf(place.page, pages)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="states" title="signaling · gathering · ICE · connection">
        {states.some(Boolean) && (
          <>
            <span class="only-spoken">signaling, gathering, ICE, connection: </span>
            {states.map((state) => state ?? '–').join(' · ')}
          </>
        )}
      </p>
      <p class="error">{standing.error}</p>
      <p class="marks">{hasLeft ? 'Has left the workshop' : marksOf({ card, need, rig }).map(apart)}</p>
      {hand && !hasLeft && (
        <div class="line">
          <HandButtons rig={rig} card={card} tabIndex={isCurrent || isOpen ? 0 : -1} />
        </div>
      )}
      {isOpen && !hasLeft && <More rig={rig} card={card} />}
    </li>
  );
});

const titleOf = (page: string, pages: readonly Page[]) => titleIn(pages, page) ?? pathText(page);

/** The step tells more of somebody than the page, which most of a class has in common. */
const placeText = ({ page, step, act }: NonNullable<Card['place']>, pages: readonly Page[]) =>
  step === undefined ? titleOf(page, pages) : `Step ${step}${act ? ` (${act})` : ''}`;

function marksOf({ card: { hand, mood, awaySince, follows }, need, rig }: Pick<Props, 'card' | 'need' | 'rig'>) {
  const marks: ComponentChildren[] = [];
  if (hand)
    marks.push(
      <>
        ✋ Hand up, <HowLong since={hand.at} rig={rig} />
        {hand.claimedBy && `: ${hand.claimedBy.name} comes`}
      </>,
    );
  if (awaySince !== null)
    marks.push(
      <>
        Not connected, <HowLong since={awaySince} rig={rig} />
      </>,
    );
  if (mood === 'lost') marks.push('Lost');
  if (need === 'stuck') marks.push('Stuck');
  if (mood === 'fine') marks.push('Fine');
  if (!follows) marks.push('Goes their own way');
  return marks;
}

const apart = (mark: ComponentChildren, nth: number) => (
  <>
    {nth > 0 && ' · '}
    {mark}
  </>
);

/** What is seldom done to one learner. While it is open, the lines above are shown whole. */
function More({ rig, card: { seat, name } }: Pick<Props, 'rig' | 'card'>) {
  const [text, setText] = useState('');
  const [isSure, setSure] = useState(false);
  async function send(event: Event) {
    event.preventDefault();
    if (await rig.commands({ what: 'message', to: seat, text })) setText('');
  }
  return (
    <div class="more">
      <ToSpotlight rig={rig} seat={seat} />
      <form class="line" onSubmit={send}>
        <input
          class="field"
          required
          maxLength={500}
          aria-label={`Message to ${name}`}
          placeholder="Message"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" class="small">
          Send
        </button>
      </form>
      {isSure ? (
        <button type="button" class="small" onClick={() => rig.commands({ what: 'remove', seat })}>
          Really remove {name}
        </button>
      ) : (
        <button type="button" class="small" onClick={() => setSure(true)}>
          Remove
        </button>
      )}
    </div>
  );
}
