import type { Refusal } from '../../media/refusal.ts';
import { RefusalCard } from '../refusal-card.tsx';
import type { chosen } from './screen.ts';

type What = ReturnType<typeof chosen>;

export type Sharing =
  | { state: 'ready' }
  | { state: 'unavailable' }
  | { state: 'asking' }
  /** `unheard`: its track has ended, and the page did not listen. */
  | { state: 'sharing'; stream: MediaStream; what: What; unheard?: true }
  | { state: 'over'; by: 'page' | 'person' }
  /** Somebody was asked where the specification has nobody asked. */
  | { state: 'granted' }
  | { state: 'refused'; refusal: Refusal };

const surfaces: Record<string, string> = { monitor: 'a whole screen', window: 'a window', browser: 'a tab' };

export function sentenceOf(sharing: Sharing): string {
  switch (sharing.state) {
    case 'ready':
      return 'Nothing is shared. Alice and Bob are connected, with an empty place for a picture.';
    case 'unavailable':
      return 'This browser has no getDisplayMedia: no browser on a phone has it, nor has a page over plain HTTP. Synthetic works here too.';
    case 'asking':
      return 'Asked. Pick something, or cancel: the code waits for you.';
    case 'sharing':
      return sharing.unheard
        ? 'The track has ended, and the page did not listen: it still believes that you share, and has told Bob nothing.'
        : `You share ${surfaces[sharing.what.displaySurface ?? ''] ?? 'something'}${sharing.what.sound ? ', with its sound' : ''}.`;
    case 'over':
      return sharing.by === 'page'
        ? 'Stopped by the page: it called stop() on every track, and no ended event came of it.'
        : 'Ended from outside: the page heard ended, cleared up, and told Bob.';
    case 'granted':
      return 'This browser asked all the same, without a click. The specification wants one, and others insist.';
    case 'refused':
      return `Refused: ${sharing.refusal.name}`;
  }
}

/** What the browser says of what was picked, or why nothing was. */
export function Told({ sharing }: { sharing: Sharing }) {
  if (sharing.state === 'refused') return <RefusalCard refusal={sharing.refusal} />;
  if (sharing.state !== 'sharing') return null;
  const { label, displaySurface, width, height, frameRate } = sharing.what;
  const settings = { displaySurface, width, height, frameRate: frameRate && Math.round(frameRate) };
  return (
    <section aria-label="What was chosen">
      <dl class="chosen">
        <div>
          <dt>label</dt>
          <dd title={label}>{label}</dd>
        </div>
        {Object.entries(settings).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
