import type { ComponentChildren } from 'preact';
import { heldNow } from './mail-label.ts';
import './lane-heads.css';
import { Chair, ServerBox } from './seat.tsx';
import type { SequenceView } from './view.ts';

export type Faces = Readonly<Record<string, ComponentChildren>>;

type Props = { view: SequenceView; lanes: readonly string[]; faces: Faces };

/**
 * Who is there, each above their lane; where lanes are too close together for that, a line leads from each face to its
 * lane. A seat that is kept for somebody has a chair until they come.
 */
export function LaneHeads({ view, lanes, faces }: Props) {
  return (
    <div class="heads" data-heads>
      {lanes.map((who, lane) => (
        <div key={who} class="seat" data-who={who} data-here={who in view.lanes} style={{ '--lane': lane }}>
          <div class="head">
            <div class="face">
              <Face who={who} face={who in view.lanes ? faces[who] : undefined} />
            </div>
            <b class="name">{who}</b>
            <Held view={view} who={who} />
          </div>
          <i class="lead" aria-hidden="true" />
        </div>
      ))}
    </div>
  );
}

/** Whoever has not come yet has no face, even if a live one is at hand. */
const Face = ({ who, face }: { who: string; face: ComponentChildren }) =>
  face ?? (who === 'server' ? <ServerBox /> : <Chair />);

function Held({ view, who }: { view: SequenceView; who: string }) {
  const waiting = view.holds.filter((hold) => hold.who === who).flatMap((hold) => hold.waiting);
  return waiting.length ? <span class="held">holds {heldNow(waiting).join(', ')}</span> : null;
}
