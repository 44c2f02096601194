import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StageView } from '../../protocol/workshop/views.ts';
import type { Watched } from '../views/pictures/use-entries.ts';
import type { Spotlit } from './spotlit.ts';
import './stage-spotlight.css';
import { useTitle } from './use-title.ts';

type Props = { spotlight: NonNullable<StageView['spotlight']>; agenda: StageView['agenda']; spotlit: Spotlit };

/** One learner's lab, as large as the projector has room for it. */
export function StageSpotlight({ spotlight: { id, name, page, isOver }, agenda, spotlit }: Props) {
  const [Picture, setPicture] = useState<FunctionComponent<{ trace: Watched }>>();
  useEffect(() => void import('./live-sequence.tsx').then(({ LiveSequence }) => setPicture(() => LiveSequence)), []);
  const title = useTitle(page ?? '/', agenda);
  const shown = spotlit.shown.value;
  return (
    <section class="lit" aria-label="In the spotlight">
      <h2>
        {page && title} <small>{name === null ? 'a lab of this class' : <bdi>{name}</bdi>}</small>
      </h2>
      <p role="status">{isOver ? 'The lab has stopped.' : shown?.id === id ? '' : 'Waiting for the lab to start.'}</p>
      {Picture && shown?.id === id && <Picture key={id} trace={shown.trace} />}
    </section>
  );
}
