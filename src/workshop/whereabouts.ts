import { signal } from '@preact/signals';
import type { Entry } from '../../protocol/entry.ts';
import type { Place, Standing } from '../../protocol/workshop.ts';
import type { LabHost } from '../labs/lab-host.ts';
import { noReport, report, withWay } from './lab-report.ts';
import { watchRunningLab } from './running-lab.ts';

/** All that a page says of itself. */
export type Whereabouts = { place: Place; standing: Standing };

/** How often it is said at most. */
const paceMs = 500;

/** Where this page is, and the lab that runs on it, told whenever it has changed while somebody looks at this page. */
export function watchPage(tell: (whereabouts: Whereabouts) => void, leaving: AbortSignal) {
  const said = signal<Whereabouts>({ place: { page: location.pathname }, standing: {} });
  let lab = noReport;
  let name: string | undefined;
  let watching = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';

  function look(host: LabHost | undefined) {
    watching.abort();
    watching = new AbortController();
    name = host?.getAttribute('name') ?? undefined;
    lab = noReport;
    const { signal } = watching;
    async function askWay({ who, on }: Entry) {
      const stats = await host!.lab!.statsOf(who)?.catch(() => undefined);
      if (!stats || signal.aborted) return;
      lab = withWay(lab, `${who} ${on}`, stats as unknown as Iterable<[string, unknown]>);
      later();
    }
    const hear = (entry: Entry) => {
      lab = report(lab, entry);
      if (entry.what === 'state' && entry.name === 'connection' && entry.body === 'connected') void askWay(entry);
      later();
    };
    host?.lab?.trace.entries.forEach(hear);
    host?.lab?.trace.follow(hear, signal);
    later();
  }

  const later = () => {
    timer ??= setTimeout(say, paceMs);
  };
  function say() {
    clearTimeout(timer);
    timer = undefined;
    const { act, step, standing } = lab;
    const place = { page: location.pathname, ...(name && { lab: name }), ...(act && { act }), ...(step && { step }) };
    said.value = { place, standing };
    // Of two tabs the one that is looked at counts.
    if (document.hidden || JSON.stringify(said.value) === last) return;
    last = JSON.stringify(said.value);
    tell(said.value);
  }
  function seen() {
    // The other tab has said something else meanwhile.
    last = '';
    say();
  }

  document.addEventListener('visibilitychange', seen, { signal: leaving });
  leaving.addEventListener('abort', () => {
    watching.abort();
    clearTimeout(timer);
  });
  watchRunningLab(look, leaving);
  say();
  return said;
}
