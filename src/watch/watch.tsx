import { render } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Witnessed } from '../../protocol/witness.ts';
import type { Place } from '../carriers/carrier.ts';
import { Pictures } from '../views/pictures/pictures.tsx';
import { type Drawn, draw, peopleIn } from './drawing.ts';
import { ofOne } from './lanes.ts';
import { MistakeList } from './mistake-list.tsx';
import { mistakesIn } from './mistakes.ts';
import { inLanes, pageLanes } from './page-lanes.ts';
import './watch.css';
import { openWatching, type Watching } from './watching.ts';

/** Draws what a room's server says, until the signal aborts. */
export function mount(root: HTMLElement, place: Place, leaving: AbortSignal) {
  const watching = openWatching(place, leaving);
  render(<Watch watching={watching} />, root);
  leaving.addEventListener('abort', () => render(null, root));
  return watching;
}

function Watch({ watching }: { watching: Watching }) {
  const told = watching.told.value;
  const people = useMemo(
    () => peopleIn(inLanes(told, pageLanes(told, watching.pages.value))),
    [told, watching.pages.value],
  );
  return (
    <div class="watch-stage">
      <p class="standing" role="status" data-standing={watching.standing.value.what}>
        {sentence(watching, people)}
      </p>
      {told.length === 0 ? <Nobody /> : <WhatWasTold watching={watching} />}
    </div>
  );
}

/** What is wrong with what was said in a room, and all of it drawn. */
export function WhatWasTold({ watching }: { watching: Watching }) {
  const told = watching.told.value;
  const names = watching.pages.value;
  const lanes = useMemo(() => pageLanes(told, names), [told, names]);
  const seated = useMemo(() => inLanes(told, lanes), [told, lanes]);
  const people = useMemo(() => peopleIn(seated), [seated]);
  const mistakes = useMemo(() => mistakesIn(told), [told]);
  const [whose, setWhose] = useState('');
  const shown = useMemo(() => (whose ? ofOne(seated, whose) : seated), [seated, whose]);
  const drawing = useDrawing(shown, JSON.stringify([whose, ...lanes]));
  return (
    <>
      <MistakeList mistakes={mistakes} />
      {people.length > 1 && (
        <p class="whose">
          <label>
            Draw what concerns{' '}
            <select value={whose} onChange={({ currentTarget }) => setWhose(currentTarget.value)}>
              <option value="">everybody</option>
              {people.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        </p>
      )}
      <Pictures key={drawing} trace={drawing} growing />
    </>
  );
}

const Nobody = () => (
  <div class="nobody">
    <svg viewBox="0 0 240 96" aria-hidden="true">
      <path d="M40 18v70M120 18v70M200 18v70" />
      <circle cx="40" cy="12" r="6" />
      <rect x="111" y="4" width="18" height="14" rx="3" />
      <circle cx="200" cy="12" r="6" />
    </svg>
    <p>
      Nothing has been said in this room yet. Start your program: each message appears here the moment the server has
      it, and if one is wrong, what to do about it.
    </p>
  </div>
);

function sentence({ place, standing }: Watching, people: readonly string[]): string {
  const room = place.room === 'lobby' ? 'the lobby' : `the room “${place.room}”`;
  const now = standing.value;
  switch (now.what) {
    case 'connecting':
      return `Asking for ${room}…`;
    case 'watching':
      return `Watching ${room}, live and from the beginning. ${peopleSoFar(people)}`;
    case 'lost':
      return 'The server is gone. What it said stays here, and goes on as soon as it is back.';
    case 'unreachable':
      return 'No signaling server answers here. This page needs the one that npm start runs, and goes on once it is there.';
    case 'refused':
      return now.why.sentence;
  }
}

const list = new Intl.ListFormat('en');

function peopleSoFar(people: readonly string[]) {
  if (people.length === 0) return 'Nobody has come yet.';
  return people.length > 4 ? `${people.length} have come so far.` : `So far: ${list.format(people)}.`;
}

/** The same drawing for as long as it can grow. */
function useDrawing(shown: readonly Witnessed[], about: string) {
  const last = useRef<{ drawn: Drawn; about: string; shown: readonly Witnessed[] }>(undefined);
  return useMemo(() => {
    const before = last.current;
    const isMore =
      before && before.about === about && isSame(shown[0], before.shown[0]) && shown.length >= before.shown.length;
    const drawn = isMore && before.drawn.add(shown.slice(before.shown.length)) ? before.drawn : draw(shown);
    last.current = { drawn, about, shown };
    return drawn.drawing;
  }, [shown, about]);
}

const isSame = (one: Witnessed | undefined, other: Witnessed | undefined) =>
  one?.id === other?.id && one?.at === other?.at;
