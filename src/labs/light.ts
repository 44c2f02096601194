import type { Entry, SourceLine } from '../../protocol/entry.ts';

/** How long a line stays lit before the next may take over: quick enough to follow, slow enough to see. */
const dwellMs = 350;

/** A line, or an entry that will say it when it is its turn. */
type Ran = Pick<Entry, 'line'>;

/** Told to the document: this line runs now; none, when nothing has run yet. */
export type Lit = CustomEvent<SourceLine | undefined>;
function tell(page: Document, detail?: SourceLine) {
  page.dispatchEvent(new CustomEvent('lit', { detail }));
  tellWhatRan(page);
}

/** Lights the quoted lines that ran, one after another, wherever the page quotes them; told of nothing, it begins anew. */
export function createLight(page: Document, signal: AbortSignal) {
  const waiting: Ran[] = [];
  let last: SourceLine | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function next() {
    const line = nextLine();
    timer = line && setTimeout(next, dwellMs);
    if (!line) return;
    for (const lit of page.querySelectorAll('[data-lit="now"]')) lit.setAttribute('data-lit', 'ran');
    for (const lit of quoted(page, line)) lit.setAttribute('data-lit', 'now');
    tell(page, line);
  }

  /** A line that runs twice in a row, as in a loop, is lit once. */
  function nextLine() {
    while (waiting.length > 0) {
      const { line } = waiting.shift()!;
      if (line && String(line) !== String(last)) return (last = line);
    }
    return undefined;
  }

  function darken() {
    waiting.length = 0;
    last = undefined;
    for (const lit of page.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
    tell(page);
  }

  darken();
  signal.addEventListener('abort', () => clearTimeout(timer));

  return (ran?: Ran) => {
    if (!ran) return darken();
    waiting.push(ran);
    if (timer === undefined) next();
  };
}

const quoted = (page: Document, [file, line]: SourceLine) =>
  page.querySelectorAll(`[data-file="${CSS.escape(file)}"] [data-line="${line}"]`);

/** For who does not see the light: which lines ran stands in the caption of their quote, to be read, never called out. */
function tellWhatRan(page: Document) {
  for (const caption of page.querySelectorAll('figure[data-file] > figcaption')) {
    const ran = [...caption.parentElement!.querySelectorAll<HTMLElement>('[data-lit], [data-ran]')].map(
      ({ dataset }) => dataset.line,
    );
    caption.querySelector('.ran')?.remove();
    const textContent = ` ran so far: ${ran.join(', ')}`;
    if (ran.length > 0)
      caption.append(Object.assign(page.createElement('span'), { className: 'ran only-spoken', textContent }));
  }
}
