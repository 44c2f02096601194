import type { Entry } from '../../../protocol/entry.ts';
import type { Fold } from '../moments.ts';
import { isRecord } from '../size.ts';
import { byText, none, type Sorted, slice, sortedBy } from '../sorted.ts';

/** A description that somebody made or was told. */
export type Told = {
  /** Counted as they became known, from 1. */
  readonly number: number;
  /** Who had it first. */
  readonly who: string;
  readonly type: string;
  readonly text: string;
};

/** Every description that is known after a number of entries, each text once. */
export type SdpView = { readonly told: Sorted<Told>; readonly texts: Sorted<Told> };

const tolds = sortedBy(
  ({ number }: Told) => number,
  (a, b) => a - b,
);
const texts = sortedBy(({ text }: Told) => text, byText);

/** What was made, set or sent, wherever a description stands in an entry. */
export const sdpFold: Fold<SdpView> = {
  start: { told: none, texts: none },
  advance: (view, entry) => descriptionsIn(entry.body).reduce((view, found) => withText(view, found, entry), view),
};

function withText(view: SdpView, found: Found, by: Entry): SdpView {
  if (texts.find(view.texts, found.text)) return view;
  const told = { number: view.told.size + 1, who: by.who, ...found };
  return { told: tolds.put(view.told, told), texts: texts.put(view.texts, told) };
}

type Found = Pick<Told, 'type' | 'text'>;

/** In a body itself, in the arguments of a call, or by the names that an event or a message gives to its parts. */
function descriptionsIn(body: unknown, depth = 0): Found[] {
  if (Array.isArray(body)) return depth < 2 ? body.flatMap((part) => descriptionsIn(part, depth + 1)) : [];
  if (!isRecord(body)) return [];
  const { type, sdp } = body;
  if (typeof sdp === 'string' && sdp !== '')
    return [{ type: typeof type === 'string' ? type : 'description', text: sdp }];
  return depth < 2 ? Object.values(body).flatMap((part) => descriptionsIn(part, depth + 1)) : [];
}

export const toldAt = ({ told }: SdpView, number: number) => tolds.find(told, number);

/** The newest of them: nobody reads a list of thousands. */
export const newest = ({ told }: SdpView) => slice(told, Math.max(0, told.size - 100));

/** A description with the one that it answers, or that answers it: the nearest one. A browser may tell its own twice. */
export function pairOf(view: SdpView, shown: Told): { offer: Told; answer: Told } | undefined {
  const way = shown.type === 'offer' ? 1 : -1;
  let other = toldAt(view, shown.number + way);
  while (other?.who === shown.who && other.type === shown.type) other = toldAt(view, other.number + way);
  const [offer, answer] = way === 1 ? [shown, other] : [other, shown];
  return offer?.type === 'offer' && answer && answer.type !== 'offer' ? { offer, answer } : undefined;
}
