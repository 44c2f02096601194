import type { PairView } from '../../protocol/workshop/views.ts';
import type { Desk } from './desk.ts';
import { sayHeldUp, waits } from './held-up.ts';
import { useTitle } from './use-title.ts';
import { partOf, sayPartner } from './words.ts';

const serverOf = ({ partners }: PairView) => partners.find(({ plays }) => plays === 'server')?.name ?? 'somebody';

const list = new Intl.ListFormat('en');

/** With whom one is, who plays what, and the way into the lab of the two. */
export function Partner({ desk: { pair: mine, view, together, heldUp, goTo } }: { desk: Desk }) {
  const pair = mine.value;
  const page = pair?.page ?? undefined;
  const title = useTitle(page ?? '/', view.value?.agenda);
  const unjoined = together.unjoined;
  return (
    <p class="partner">
      <span role="status">
        {pair && (
          <>
            You are <b>{partOf[pair.plays]}</b>
            {waits(heldUp.value)
              ? `. ${sayHeldUp(heldUp.value, serverOf(pair))}`
              : `, ${list.format(pair.partners.map(sayPartner))}`}
          </>
        )}
      </span>
      {pair && (
        <>
          {page && page !== location.pathname && (
            <a
              href={page}
              onClick={(event) => {
                event.preventDefault();
                goTo({ nr: pair.nr, page });
              }}
            >
              {title}
            </a>
          )}
          {unjoined && (
            <button type="button" onClick={() => unjoined.start()}>
              Start it again, together
            </button>
          )}
        </>
      )}
    </p>
  );
}
