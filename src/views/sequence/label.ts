import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../clock.ts';
import { duration } from '../duration.ts';
import { brief, complaint, count, gist } from '../gist.ts';
import { mailOf } from '../post.ts';
import { entriesOf, type Item, type Row } from './row.ts';
import type { SequenceView } from './view.ts';

/** What a row says, in parts: the pictures and their text say the same. */
export type Label = {
  /** It came by itself: nobody called it at this moment. */
  byItself: boolean;
  /** '#4', of a message. */
  number: string;
  name: string;
  detail: string;
  /** How long it took, or what became of it. */
  aside: string;
  /** What went wrong, in the browser's words. */
  wrong: string;
};

export function labelOf(view: SequenceView, { items }: Pick<Row, 'items'>, clock: Clock): Label {
  const labels = items.map((item) => itemLabel(view, item, clock));
  const [first] = labels as [Label];
  if (labels.length === 1) return first;
  if (items[0]!.kind === 'state')
    return { ...first, name: 'begins', detail: labels.map(({ detail }) => detail).join(' · ') };
  const wrongs = labels.filter(({ wrong }) => wrong);
  return {
    ...first,
    number: '',
    name: `${first.name} ×${items.length}`,
    detail: candidateTypes(items),
    aside: fates(items, clock),
    wrong: wrongs.length ? `${wrongs.length} of ${items.length}: ${wrongs[0]!.wrong}` : '',
  };
}

const itemLabel = (view: SequenceView, item: Item, clock: Clock): Label => {
  switch (item.kind) {
    case 'call':
      return callLabel(item, clock);
    case 'mail':
      return mailLabel(view, item, clock);
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
    aside: outcome ? (took >= 1 ? duration(took) : '') : 'not yet answered',
    wrong: refused ? complaint(outcome.body) : '',
  };
}

function mailLabel(view: SequenceView, item: MailItem, clock: Clock): Label {
  const { from, to, number } = item;
  const shown = (to ?? from)!;
  return {
    ...plainly,
    number: `#${number}`,
    name: named(shown),
    detail: gist(shown.body ?? from?.body),
    aside: to ? arrival(from, to, clock) : isShownArriving(view, item) ? 'arrives below' : '',
    wrong: to?.what === 'refused' ? `refused${to.body === undefined ? '' : `: ${complaint(to.body)}`}` : '',
  };
}

function arrival(from: Entry | undefined, to: Entry, clock: Clock): string {
  const took = from && duration(clock(to) - clock(from));
  const way = from?.what === 'held' ? `waited ${took}` : (took ?? '');
  return to.what === 'held' ? `${way}, held` : way;
}

const isShownArriving = (view: SequenceView, item: Item) => {
  const [from] = entriesOf(item) as [Entry];
  return mailOf(view.post, from)?.points.at(-1) !== from;
};

function entryLabel(entry: Entry): Label {
  const { what, name, body } = entry;
  if (what === 'step' || what === 'note') return { ...plainly, name, detail: gist(body) };
  if (what === 'return') return { ...plainly, name: `${named(entry)} returned`, detail: gist(body) };
  if (what === 'throw') return { ...plainly, name: named(entry), wrong: complaint(body) };
  const detail = name === 'icecandidate' && body === null ? 'no more candidates' : gist(body);
  if (/error$/i.test(name)) return { ...plainly, byItself: true, name: named(entry), wrong: complaint(body) || name };
  return { ...plainly, byItself: true, name: named(entry), detail };
}

/** The first connection of everyone needs no name: most have but one. */
const named = ({ on, name }: Entry) =>
  on === undefined || on === 'pc1' || on === 'devices' || name.startsWith('new ') ? name : `${on}.${name}`;

/** The types of candidates in a run: 'host, srflx'. */
function candidateTypes(items: readonly Item[]): string {
  const types = items.flatMap(entriesOf).map(({ body }) => JSON.stringify(body)?.match(/ typ (\w+)/)?.[1]);
  return [...new Set(types)].filter(Boolean).join(', ');
}

type MailItem = Extract<Item, { kind: 'mail' }>;
const isMailItem = (item: Item): item is MailItem => item.kind === 'mail';

/** What became of a run of messages. */
function fates(items: readonly Item[], clock: Clock): string {
  const ways = items.filter(isMailItem);
  const arrived = ways.filter((way): way is MailItem & { to: Entry } => way.to !== undefined);
  if (arrived.length < ways.length) return arrived.length ? `${arrived.length} arrived` : '';
  if (arrived.length && arrived.every(({ to }) => to.what === 'held')) return 'held';
  const waits = arrived.filter(({ from }) => from?.what === 'held').map(({ from, to }) => clock(to) - clock(from!));
  return waits.length ? `waited ≤ ${duration(Math.max(...waits))}` : '';
}

export const heldNow = (waiting: readonly Entry[]): string[] =>
  [...Map.groupBy(waiting, ({ name }) => name)].map(([name, all]) => (all.length > 1 ? count(all.length, name) : name));
