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
  const { headings, hasSteps } = useOutline(page);
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
        {hasSteps && (
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

type Outline = { headings: readonly Heading[]; hasSteps: boolean };
const unknown: Outline = { headings: [], hasSteps: false };

/** The chapters of a page, as it has them, and whether a lab stands there that goes step by step. */
function useOutline(page: string): Outline {
  const [outline, setOutline] = useState(unknown);
  useEffect(() => {
    let isWanted = true;
    setOutline(unknown);
    if (page) void outlineOf(page).then((found) => isWanted && setOutline(found));
    return () => {
      isWanted = false;
    };
  }, [page]);
  return outline;
}

async function outlineOf(page: string): Promise<Outline> {
  try {
    const html = new DOMParser().parseFromString(await (await fetch(page)).text(), 'text/html');
    const headings = [...html.querySelectorAll('main h2[id]')].map(({ id, textContent }) => ({
      id,
      text: textContent.trim(),
    }));
    return { headings, hasSteps: html.querySelector('lab-host[data-has-steps]') !== null };
  } catch {
    return unknown;
  }
}
