import { Invite } from '../invite.tsx';
import './apart.css';
import type { Desk } from './desk.ts';

/** A link for the other one: Bob's steps are then taken in another window, or on another device. */
export function Apart({ desk }: { desk: Desk }) {
  const isApart = desk.here.value.length === 1;
  const path = `labs/tasklist/?${new URLSearchParams({ room: desk.room.value, as: 'bob' })}`;

  if (desk.isInvited)
    return (
      <p class="apart-from">
        You hold the steps of {desk.here.value[0] === 'bob' ? 'Bob' : 'Alice'}. The others are taken{' '}
        {desk.context.pair ? `by ${desk.context.pair.partner}` : 'where the link came from'}. Each page tells the other
        what it records, over a connection that is no part of the call.
      </p>
    );
  if (desk.through.value === 'page')
    return <p class="apart-from">Two windows need a server between them, and none answers here.</p>;
  if (!isApart) {
    return (
      <div class="apart-from">
        <p>Alice stays here, and Bob goes elsewhere: to a second window, or a phone. The call starts over.</p>
        <button type="button" onClick={() => desk.seat(['alice'])}>
          Send Bob elsewhere
        </button>
      </div>
    );
  }
  return (
    <section class="apart-from" aria-label="The link for Bob">
      <a class="button" href={`/${path}`} target="_blank" rel="noreferrer">
        Open Bob’s window
      </a>
      <p>Each page tells the other what it records, over a connection that is no part of the call.</p>
      <Invite path={path} />
      <button type="button" onClick={() => desk.seat(['alice', 'bob'])}>
        Have Bob back here
      </button>
    </section>
  );
}
