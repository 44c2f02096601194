import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Inside } from '../../views/pictures/inside.tsx';
import { Invite } from '../invite.tsx';
import type { LabContext } from '../lab.ts';
import { Controls } from './controls.tsx';
import type { End } from './end.ts';
import type { Sending } from './sending.ts';
import type { About } from './two-party.ts';

/** What is shown of both ends. The ends change in place; another object around them tells whoever shows them. */
export type Shown = { end?: End; sending?: Sending; theirs: About | undefined };

const nameOf = { alice: 'Alice', bob: 'Bob' };
export type Name = keyof typeof nameOf;

type Props = {
  who: Name;
  room: string;
  status: Signal<string>;
  shown: Signal<Shown>;
  faces: Record<'mine' | 'theirs', RefObject<HTMLVideoElement | null>>;
  context: LabContext;
};

/** Both faces, what can be done, how to get the other one here, and what is inside. */
export function Room({ who, room, status, shown, faces, context: { trace, light, pair } }: Props) {
  const { end, sending, theirs } = shown.value;
  const [elsewhere, setElsewhere] = useState(false);
  const other = who === 'alice' ? 'bob' : 'alice';
  const path = `labs/call/?${new URLSearchParams({ room, who: other })}`;
  return (
    <div class="call-lab">
      <div class="faces">
        <figure data-who={other}>
          {/* biome-ignore lint/a11y/useMediaCaption: a live call has no captions */}
          <video
            ref={faces.theirs}
            autoplay
            playsInline
            tabIndex={-1}
            aria-label={`${nameOf[other]}, as you see them`}
          />
          <figcaption>
            <b>{pair ? `${nameOf[other]}, played by ${pair.partner}` : nameOf[other]}</b>{' '}
            {theirs && <span>{saysOf(theirs)}</span>}
          </figcaption>
        </figure>
        <figure data-who={who}>
          <video ref={faces.mine} autoplay playsInline muted tabIndex={-1} aria-label="You" />
          <figcaption>
            <b>You, {nameOf[who]}</b> {sending && <span>{saysOf(sending.about)}</span>}
          </figcaption>
        </figure>
      </div>
      <p class="sentence" role="status" aria-label="Call">
        {status.value}
      </p>
      {end && sending && <Controls end={end} sending={sending} />}
      {end && !pair && end.others.length === 0 && (
        <div class="others-way">
          <a class="button" href={`/${path}`} target="_blank" rel="noopener opener">
            Open {nameOf[other]}’s window
          </a>
          <details onToggle={({ currentTarget }) => setElsewhere(currentTarget.open)}>
            <summary>On another device</summary>
            {elsewhere && <Invite path={path} />}
          </details>
        </div>
      )}
      <Inside trace={trace} growing here={[who]} onPick={({ line }) => line && light(line)} />
    </div>
  );
}

const saysOf = ({ microphone, picture }: About) =>
  [microphone ? '' : 'muted', picture === 'none' ? 'camera off' : picture === 'screen' ? 'shows a screen' : '']
    .filter(Boolean)
    .join(', ');
