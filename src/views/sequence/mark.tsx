import type { Item } from './row.ts';

/** What kind of thing happened, told by shape; the colour only says whose it is. */
export function Mark({ item, wrong }: { item: Item; wrong: boolean }) {
  return (
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
      {wrong ? <path class="cross" d="M5 1h6l4 4v6l-4 4H5l-4-4V5zM5.5 5.5l5 5M10.5 5.5l-5 5" /> : shapes[shapeOf(item)]}
    </svg>
  );
}

const shapes = {
  done: <circle class="full" cx="8" cy="8" r="5" />,
  pending: (
    <>
      <circle class="ring" cx="8" cy="8" r="5" />
      <circle class="full" cx="8" cy="8" r="2" />
    </>
  ),
  byItself: <circle class="ring dashed" cx="8" cy="8" r="5" />,
  state: <path class="full" d="M8 1.5 14.5 8 8 14.5 1.5 8z" />,
  kept: <path class="ring" d="M2.5 4h11v8h-11zM3 4.5l5 4 5-4" />,
};

function shapeOf(item: Item): keyof typeof shapes {
  if (item.kind === 'call') return item.outcome ? 'done' : 'pending';
  if (item.kind === 'mail') return 'kept';
  return item.kind === 'state' ? 'state' : 'byItself';
}
