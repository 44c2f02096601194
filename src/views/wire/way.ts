import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../../trace/clock.ts';
import { cameFrom, rank } from '../../trace/station.ts';
import type { Mail } from '../post.ts';
import { bytesOf } from '../size.ts';

/** What is known of a message's way. */
export type Way = {
  number: number;
  at: number;
  kind: string;
  from: string;
  /** Empty until somebody has it. */
  to: string;
  bytes?: number;
  fate: 'on its way' | 'waiting' | 'arrived' | 'refused';
  /** How long others kept it, in milliseconds; undefined if nobody has kept it and let it go. */
  waited?: number;
  /** How long it was on its way, waiting not counted. */
  travelled?: number;
};

export function wayOf(mail: Mail, clock: Clock): Way {
  const { number, points } = mail;
  const [first] = points as readonly [Entry];
  const last = points.at(-1)!;
  const receivers = new Set(points.filter((point) => rank(point) === 4).map(({ who }) => who));
  const body = points.find((point) => point.body !== undefined)?.body;
  return {
    number,
    at: clock(first),
    kind: first.name,
    from: rank(first) === 0 ? first.who : '',
    to: [...receivers].join(', ') || (rank(last) > 0 ? last.who : ''),
    fate: fateOf(last),
    ...optional('bytes', bytesOf(body)),
    ...optional('waited', sum(mail, clock, true)),
    ...optional('travelled', sum(mail, clock, false)),
  };
}

function fateOf({ who, what }: Entry): Way['fate'] {
  if (what === 'refused') return 'refused';
  if (what === 'held') return 'waiting';
  return what === 'received' && who !== 'server' ? 'arrived' : 'on its way';
}

/** The time between the stations where it was kept, or between the others. */
function sum(mail: Mail, clock: Clock, kept: boolean): number | undefined {
  const spans = mail.points.flatMap((point) => {
    const origin = cameFrom(mail.points, point);
    return origin && (origin.what === 'held') === kept ? [Math.max(0, clock(point) - clock(origin))] : [];
  });
  return spans.length ? spans.reduce((a, b) => a + b) : undefined;
}

const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [N in Name]?: Value };
