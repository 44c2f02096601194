import { useState } from 'preact/hooks';
import type { Entry } from '../../../protocol/entry.ts';
import { useWindow } from '../use-window.ts';
import { isFold, itemsOf, type Line, lineAt, lineCount, lineOf, linesIn, type Opened } from './lines.ts';
import { byPlace, entriesOf, type Place } from './row.ts';
import type { SequenceView } from './view.ts';

/** The lines to draw, which runs are open, where the keyboard is, and what was picked. */
export function useRows(view: SequenceView, onPick?: (entry: Entry) => void) {
  const [opened, setOpened] = useState<Opened>([]);
  const [cursor, setCursor] = useState<string>();
  const [picked, setPicked] = useState<Line>();

  const total = lineCount(view, opened);
  const indexOf = (place: Place) => lineOf(view, opened, place);
  const { scroller, onScroll, focus, from, to } = useWindow(total, view.now ? indexOf(view.now) : -1);
  const lines = linesIn(view, opened, from, to);
  const isOpen = ({ row }: Line) => opened.some((place) => byPlace(place, row.place) === 0);

  function toggle({ row }: Line, open: boolean) {
    const others = opened.filter((place) => byPlace(place, row.place) !== 0);
    setOpened(open ? [...others, row.place] : others);
  }

  function pick(line: Line) {
    setCursor(line.key);
    setPicked(line);
    if (isFold(line)) toggle(line, !isOpen(line));
    onPick?.(entriesOf(itemsOf(line)[0]!)[0]!);
  }

  function moveTo(index: number) {
    const at = Math.max(0, Math.min(total - 1, index));
    const [line] = linesIn(view, opened, at, at + 1);
    if (!line) return;
    setCursor(line.key);
    focus(at, `[data-key="${line.key}"]`);
  }

  const lineUnder = (target: EventTarget | null) => {
    const key = (target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
    return lines.find((line) => line.key === key);
  };

  function deedOf(key: string, line: Line): (() => void) | undefined {
    const at = from + lines.indexOf(line);
    const isInner = line.inner !== undefined;
    return {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      PageDown: () => moveTo(at + 10),
      PageUp: () => moveTo(at - 10),
      Home: () => moveTo(0),
      End: () => moveTo(total - 1),
      ArrowRight: () => isFold(line) && toggle(line, true),
      ArrowLeft: () => (isInner ? moveTo(indexOf(line.row.place)) : toggle(line, false)),
      Enter: () => pick(line),
      ' ': () => pick(line),
      Escape: () => setPicked(undefined),
    }[key];
  }

  function onKeyDown(event: KeyboardEvent) {
    const line = lineUnder(event.target);
    const deed = line && !(event.ctrlKey || event.metaKey || event.altKey) && deedOf(event.key, line);
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  function onClick({ target }: MouseEvent) {
    const line = lineUnder(target);
    const isSelecting = getSelection()?.isCollapsed === false;
    if (line && !isSelecting) pick(line);
  }

  return {
    scroller,
    onScroll,
    onKeyDown,
    onClick,
    indexOf,
    isOpen,
    total,
    from,
    lines,
    focusable: lines.find(({ key }) => key === cursor) ?? lines.at(-1),
    /** As far as it is known at the moment that is shown. */
    picked: picked && lineAt(view, picked),
    unpick: () => setPicked(undefined),
  };
}
