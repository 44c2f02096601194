import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

type Props = { isDone: boolean; isNews: boolean; children: ComponentChildren };

/**
 * What asks for a choice folds to its first line when one is made, and is opened again at will. By keyboard the arrows
 * choose one after the other: there it folds when its reader goes on.
 */
export function Folding({ isDone, isNews, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const [beginsOpen] = useState(!isDone);
  const chosenBy = useRef<'key' | 'pointer'>(undefined);
  const hand = useRef<'key' | 'pointer'>('key');
  useEffect(() => {
    if (isNews) details.current!.open = true;
  }, [isNews]);
  function chosen() {
    chosenBy.current = hand.current;
    if (hand.current === 'key') return;
    // What had the focus is hidden now.
    details.current!.querySelector('summary')!.focus();
    details.current!.open = false;
  }
  function left({ relatedTarget }: FocusEvent) {
    if (chosenBy.current !== 'key' || isNews || details.current!.contains(relatedTarget as Node | null)) return;
    chosenBy.current = undefined;
    details.current!.open = false;
  }
  return (
    <details
      class="vote"
      ref={details}
      open={beginsOpen}
      onPointerDown={() => void (hand.current = 'pointer')}
      onKeyDown={() => void (hand.current = 'key')}
      onChange={chosen}
      onFocusOut={left}
    >
      {children}
    </details>
  );
}
