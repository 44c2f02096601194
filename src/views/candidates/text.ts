import { putTogether, takeApart } from '../../sdp/candidate.ts';
import { since } from '../duration.ts';
import type { CandidatesView, Known } from './fold.ts';

const many = (number: number) => number.toLocaleString('en');

/** What stands in the table, cell by cell. */
export const cellsOf = ({ read, mid, at }: Known) => ({
  when: since(at),
  type: read.type,
  address: `${read.address.includes(':') ? `[${read.address}]` : read.address}:${read.port}`,
  over: read.transport.toLowerCase(),
  priority: many(read.priority),
  mid,
});

export type Cells = ReturnType<typeof cellsOf>;

export const headings: Cells = {
  when: 'When',
  type: 'Type',
  address: 'Address and port',
  over: 'Over',
  priority: 'Priority',
  mid: 'mid',
};

/** The priority as the formula of RFC 8445 has it. */
export function formula(priority: number): string {
  const parts = takeApart(priority);
  const { typePreference, localPreference, component } = parts;
  return `2²⁴ × ${typePreference} + 2⁸ × ${many(localPreference)} + (256 − ${component}) = ${many(putTogether(parts))}`;
}

/** Every candidate in words, one a line. */
export const candidatesText = ({ peers }: CandidatesView): string[] =>
  Object.values(peers).flatMap(({ who, on, candidates, errors, pairs }) => [
    `${who} ${on}`,
    ...candidates.map((known) => `  ${known.side}  ${Object.values(cellsOf(known)).join('  ')}`),
    ...errors.map(({ code, text, url }) => `  error ${code} ${text} ${url}`),
    ...pairs.map(({ local, remote, state, won }) => `  ${won ? 'won' : state}  ${local} ↔ ${remote}`),
  ]);
