import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../../trace/clock.ts';
import { duration } from '../duration.ts';
import { brief, complaint, gist } from '../gist.ts';
import { fates, mailLabel } from './mail-label.ts';
import { named } from './named.ts';
import { entriesOf, type Item, type Label, type Row } from './row.ts';
import type { SequenceView } from './view.ts';

export function labelOf(view: SequenceView, { items }: Pick<Row, 'items'>, clock: Clock): Label {
  const labels = items.map((item) => itemLabel(view, item, clock));
  const [first] = labels as [Label];
  if (labels.length === 1) return first;
  if (items[0]!.kind === 'state') return { ...first, name: 'begins', detail: join(labels) };
  const wrongs = labels.filter(({ wrong }) => wrong);
  return {
    ...first,
    number: '',
    name: `${first.name} ×${items.length}`,
    detail: candidateTypes(items),
    aside: fates(view, items, clock),
    wrong: wrongs.length ? `${wrongs.length} of ${items.length}: ${wrongs[0]!.wrong}` : '',
  };
}

const join = (labels: readonly Label[]) => labels.map(({ detail }) => detail).join(' · ');

const itemLabel = (view: SequenceView, item: Item, clock: Clock): Label => {
  switch (item.kind) {
    case 'call':
      return callLabel(item, clock);
    case 'mail':
      return { ...plainly, ...mailLabel(view, item, clock) };
    case 'state': {
      const { entry, before } = item;
      const detail = before === undefined ? `${entry.body}` : `${before} → ${entry.body}`;
      return { ...plainly, byItself: true, name: named(entry), detail };
    }
    default:
      return entryLabel(item.entry);
  }
};

const plainly: Label = { byItself: false, number: '', name: '', detail: '', aside: '', wrong: '' };

function callLabel({ call, outcome }: Extract<Item, { kind: 'call' }>, clock: Clock): Label {
  const given = brief(call.body);
  const came = outcome?.what === 'return' ? gist(outcome.body) : '';
  const result = came === call.on ? '' : came;
  const refused = outcome?.what === 'throw';
  const took = outcome && !refused ? clock(outcome) - clock(call) : 0;
  return {
    ...plainly,
    name: named(call),
    detail: `${given && `(${given})`}${result && ` → ${result}`}`.trim(),
    // What returns at once says so by saying nothing.
    aside: outcome ? (took >= 1 ? duration(took) : '') : 'not yet done',
    wrong: refused ? complaint(outcome.body) : '',
  };
}

function entryLabel(entry: Entry): Label {
  const { what, name, body } = entry;
  // Its name says which it is; the rest of it is for whoever keeps the list.
  if (what === 'step') return { ...plainly, name };
  if (what === 'note') return { ...plainly, name, detail: gist(body) };
  if (what === 'return') return { ...plainly, name: `${named(entry)} returned`, detail: gist(body) };
  if (what === 'throw') return { ...plainly, name: named(entry), wrong: complaint(body) };
  const detail = name === 'icecandidate' && body === null ? 'no more candidates' : gist(body);
  if (/error$/i.test(name)) return { ...plainly, byItself: true, name: named(entry), wrong: complaint(body) || name };
  return { ...plainly, byItself: true, name: named(entry), detail };
}

/** The types of candidates in a run: 'host, srflx'. */
function candidateTypes(items: readonly Item[]): string {
  const types = items.flatMap(entriesOf).map(({ body }) => JSON.stringify(body)?.match(/ typ (\w+)/)?.[1]);
  return [...new Set(types)].filter(Boolean).join(', ');
}
