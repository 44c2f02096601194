import { useState } from 'preact/hooks';
import type { AgendaItem } from '../../protocol/workshop.ts';
import { newId } from '../carriers/new-id.ts';
import { readyAgendas } from './agendas.ts';
import type { KeptKey } from './kept.ts';
import { NameField } from './name-field.tsx';
import { PageChoice } from './page-choice.tsx';
import { type Page, titleIn } from './pages.ts';
import { askAsVisitor } from './rig.ts';

type Props = { pages: readonly Page[]; open(key: KeptKey, recovery: string): void };
type Keys = { code: string; key: string; recovery: string };

export function Start({ pages, open }: Props) {
  const [title, setTitle] = useState('WebRTC, hands on');
  const [name, setName] = useState('');
  const [agenda, setAgenda] = useState<AgendaItem[]>(readyAgenda(0, pages));
  const [said, say] = useState('');

  async function start(event: Event) {
    event.preventDefault();
    say('Opening …');
    const reply = await askAsVisitor<Keys>('open', { title, agenda }).catch(() => undefined);
    if (!reply) return say('The server did not answer. Try again.');
    if (!reply.ok) return say(reply.sentence);
    const { code, key, recovery } = reply.value;
    return open({ code, key, console: newId() + newId(), name }, recovery);
  }

  return (
    <div class="start">
      <form onSubmit={start}>
        <label>
          Title
          <input
            class="field"
            required
            maxLength={120}
            value={title}
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        </label>
        <NameField name={name} onName={setName} />
        <fieldset class="agenda">
          <legend>Agenda</legend>
          <p class="line">
            {readyAgendas.map(({ name, says }, nth) => (
              <button type="button" key={name} onClick={() => setAgenda(readyAgenda(nth, pages))}>
                {says}
              </button>
            ))}
            <button type="button" onClick={() => setAgenda([])}>
              None
            </button>
          </p>
          <ol>
            {agenda.map((item) => (
              <li key={item.page}>
                <span>
                  {item.title}
                  {item.minutes !== undefined && <small> {item.minutes} min</small>}
                </span>
                <button
                  type="button"
                  class="plain"
                  aria-label={`Remove ${item.title}`}
                  onClick={() => setAgenda(agenda.filter((one) => one !== item))}
                >
                  ✕
                </button>
              </li>
            ))}
          </ol>
          <PageChoice
            label="Add a lesson or a lab"
            pages={pages.filter(({ page }) => !agenda.some((item) => item.page === page))}
            value=""
            choose={(page) => page && setAgenda([...agenda, { page, title: titleIn(pages, page)! }])}
          />
        </fieldset>
        <button type="submit" class="strong">
          Start the workshop
        </button>
        <p role="status">{said}</p>
      </form>
      <Recover open={open} />
    </div>
  );
}

const readyAgenda = (nth: number, pages: readonly Page[]): AgendaItem[] =>
  readyAgendas[nth]!.items.flatMap(([page, minutes]) => {
    const title = titleIn(pages, page);
    return title === undefined ? [] : [{ page, minutes, title }];
  });

/** The key is in another browser, or lost: the code that was written down makes a new one. */
function Recover({ open }: Pick<Props, 'open'>) {
  const [said, say] = useState('');
  async function recover(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const [code, recovery, name] = ['code', 'recovery', 'name'].map((field) => String(form.get(field)));
    const reply = await askAsVisitor<Keys>('recover', { code, recovery }).catch(() => undefined);
    if (!reply) return say('The server did not answer. Try again.');
    if (!reply.ok) return say(reply.sentence);
    return open(
      { code: reply.value.code, key: reply.value.key, console: newId() + newId(), name: name! },
      reply.value.recovery,
    );
  }
  return (
    <details>
      <summary>I have started one already, elsewhere</summary>
      <form onSubmit={recover}>
        <label>
          Code
          <input class="field code" name="code" required maxLength={40} autocomplete="off" />
        </label>
        <label>
          Recovery code
          <input class="field code" name="recovery" required maxLength={60} autocomplete="off" />
        </label>
        <label>
          Your name
          <input class="field" name="name" required maxLength={40} autocomplete="name" />
        </label>
        <button type="submit">Take it over</button>
        <p role="status">{said}</p>
      </form>
    </details>
  );
}
