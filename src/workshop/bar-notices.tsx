import { signal } from '@preact/signals';
import type { Desk } from './desk.ts';
import { amend, kept } from './kept.ts';
import { useTitle } from './use-title.ts';

const read = signal(kept('seat')?.read ?? 0);

/** What the instructor has said last, to all or to this learner. */
export function News({ desk: { view, own } }: { desk: Desk }) {
  const said = [...(view.value?.messages ?? []), ...(own.value?.messages ?? [])];
  const newest = said.toSorted((one, other) => one.nr - other.nr).at(-1);
  const isNew = newest && newest.nr > read.value;
  function close() {
    read.value = newest!.nr;
    amend('seat', { read: newest!.nr });
  }
  return (
    <div role="status" class="news">
      {isNew && (
        <div class="row">
          <p>
            <b>{newest.from}</b>
            {newest.to !== undefined && ' (to you alone)'}: {newest.text}
          </p>
          <button type="button" onClick={close}>
            Read
          </button>
        </div>
      )}
    </div>
  );
}

/** A lab that runs is never taken away unasked. */
export function Asking({ desk: { goal, view, goTo, followed } }: { desk: Desk }) {
  const { with: partners, page } = goal.value!;
  const title = useTitle(page, view.value?.agenda);
  return (
    <div class="row" role="alert">
      <p>
        {partners ? `${partners} go to ` : 'The class goes to '}
        {/^\/labs\/.* lab$/.test(page + title) && 'the '}
        <b>{title}</b>. Going there ends the lab that runs here.
      </p>
      <button type="button" class="strong" onClick={() => goTo(goal.value!)}>
        Go there
      </button>
      <button type="button" onClick={() => followed(goal.value!)}>
        Stay
      </button>
    </div>
  );
}
