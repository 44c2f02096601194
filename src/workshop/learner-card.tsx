import { useState } from 'preact/hooks';
import type { Card } from '../../protocol/workshop/views.ts';
import type { Need } from './needs.ts';
import { type Page, titleIn } from './pages.ts';
import type { Rig } from './rig.ts';
import { ToSpotlight } from './to-spotlight.tsx';
import { howLong, pathText } from './words.ts';

type Props = { card: Card; need: Need; stuckMs: number; now: number; rig: Rig; pages: readonly Page[] };

export function LearnerCard({ card, need, now, rig, pages }: Props) {
  const { seat, name, place, since, standing, hand, mood, awaySince, follows } = card;
  const states = [standing.signaling, standing.gathering, standing.ice, standing.connection];
  const marks = [
    hand && `✋ Hand up, ${howLong(now - hand.at)}${hand.claimedBy ? `: ${hand.claimedBy.name} comes` : ''}`,
    awaySince !== null && `Left the network, ${howLong(now - awaySince)}`,
    mood === 'lost' && 'Lost',
    need === 'stuck' && 'Stuck',
    mood === 'fine' && 'Fine',
    !follows && 'Goes their own way',
  ].filter((mark) => typeof mark === 'string');
  return (
    <li class="learner" data-need={need}>
      <h4>{name}</h4>
      {marks.length > 0 && <p class="marks">{marks.join(' · ')}</p>}
      {place ? (
        <p class="place">
          {titleIn(pages, place.page) ?? pathText(place.page)}
          {place.step !== undefined && `, step ${place.step}`}
          {place.act && ` (${place.act})`}
          <small> {awaySince === null ? howLong(now - since) : ''}</small>
        </p>
      ) : (
        <p class="place">On no page yet</p>
      )}
      {states.some(Boolean) && (
        <p class="states" title="signaling · gathering · ICE · connection">
          {states.map((state) => state ?? '–').join(' · ')}
        </p>
      )}
      {standing.error && <p class="error">{standing.error}</p>}
      <div class="line">
        {hand && !hand.claimedBy && (
          <button type="button" class="small" onClick={() => rig.commands({ what: 'claimHand', seat })}>
            I come
          </button>
        )}
        {hand && (
          <button type="button" class="small" onClick={() => rig.commands({ what: 'lowerHand', seat })}>
            Hand down
          </button>
        )}
        <More rig={rig} card={card} />
      </div>
    </li>
  );
}

/** What is seldom done to one learner. */
function More({ rig, card: { seat, name } }: Pick<Props, 'rig' | 'card'>) {
  const [text, setText] = useState('');
  const [isSure, setSure] = useState(false);
  async function send(event: Event) {
    event.preventDefault();
    if (await rig.commands({ what: 'message', to: seat, text })) setText('');
  }
  return (
    <details>
      <summary>
        More<span class="only-spoken"> for {name}</span>
      </summary>
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
    </details>
  );
}
