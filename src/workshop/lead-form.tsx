import { useEffect, useState } from 'preact/hooks';
import type { ConsoleView } from '../../protocol/workshop/views.ts';
import { PageChoice } from './page-choice.tsx';
import { type Page, titleIn } from './pages.ts';
import type { Rig } from './rig.ts';
import { pathText } from './words.ts';

type Heading = { id: string; text: string };

/** Takes everyone who follows to a page, and to a heading or a step of it. */
export function LeadForm({
  rig,
  view: { lead, agenda },
  pages,
}: {
  rig: Rig;
  view: ConsoleView;
  pages: readonly Page[];
}) {
  const [page, setPage] = useState('');
  const [heading, setHeading] = useState('');
  const [step, setStep] = useState('');
  const headings = useHeadings(page);
  const choose = (page: string) => {
    setPage(page);
    setHeading('');
    setStep('');
  };
  const go = (event: Event) => {
    event.preventDefault();
    void rig.commands({ what: 'lead', page, ...(heading && { heading }), ...(step && { step: Number(step) }) });
  };
  const known = (page: string) => titleIn(pages, page) ?? pathText(page);
  return (
    <section aria-labelledby="lead">
      <h3 id="lead">Lead</h3>
      <p>
        {lead ? (
          <>
            The class is at <b>{known(lead.page)}</b>
            {lead.step !== undefined && `, step ${lead.step}`}.{' '}
            <button type="button" class="small" onClick={() => rig.commands({ what: 'stopLeading' })}>
              Stop leading
            </button>
          </>
        ) : (
          'Everybody goes where they like.'
        )}
      </p>
      {agenda.length > 0 && (
        <ol class="agenda">
          {agenda.map(({ title, page, minutes }) => (
            <li key={page ?? title}>
              <span>
                {title}
                {minutes !== undefined && <small> {minutes} min</small>}
              </span>
              {page && (
                <button type="button" class="small" onClick={() => rig.commands({ what: 'lead', page })}>
                  Go<span class="only-spoken"> to {title} with everyone</span>
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      <form onSubmit={go}>
        <PageChoice label="Another page" pages={pages} value={page} choose={choose} />
        {headings.length > 0 && (
          <label>
            Heading
            <select value={heading} onChange={({ currentTarget }) => setHeading(currentTarget.value)}>
              <option value="">The top</option>
              {headings.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        )}
        {page.includes('tasklist') && (
          <label>
            Step to be at
            <input
              class="field"
              type="number"
              min="1"
              max="23"
              value={step}
              onInput={({ currentTarget }) => setStep(currentTarget.value)}
            />
          </label>
        )}
        {page && <button type="submit">Take everyone there</button>}
      </form>
    </section>
  );
}

/** The chapters of a page, as it has them. */
function useHeadings(page: string): Heading[] {
  const [headings, setHeadings] = useState<Heading[]>([]);
  useEffect(() => {
    let isWanted = true;
    setHeadings([]);
    if (page) void headingsOf(page).then((found) => isWanted && setHeadings(found));
    return () => {
      isWanted = false;
    };
  }, [page]);
  return headings;
}

async function headingsOf(page: string): Promise<Heading[]> {
  try {
    const html = await (await fetch(page)).text();
    const found = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('main h2[id]');
    return [...found].map(({ id, textContent }) => ({ id, text: textContent.trim() }));
  } catch {
    return [];
  }
}
