import type { Entry } from '../../protocol/entry.ts';
import type { Standing } from '../../protocol/workshop.ts';
import { acts } from '../labs/tasklist/acts.ts';
import { pairsIn } from '../views/candidates/pairs.ts';

// What an instructor is shown of a lab that runs: how far it is and how its connection stands, and nothing else of it.

export type LabReport = { act?: string; step?: number; standing: Standing; of?: string };

export const noReport: LabReport = { standing: {} };

const machines = ['signaling', 'gathering', 'ice', 'connection'] as const;
type Machine = (typeof machines)[number];
const isMachine = (name: string): name is Machine => (machines as readonly string[]).includes(name);
const most = { sentence: 300, state: 30 };

/** Of several connections the one that the learner's own side made last is told: alice's, unless bob alone is here. */
export function report(before: LabReport, { who, on, what, name, body }: Entry): LabReport {
  if (what === 'step') return stepped(before, body);
  if (what === 'throw') return { ...before, standing: { ...before.standing, error: said(name, body) } };
  if (what !== 'state' || on === undefined || !isMachine(name)) return before;
  const of = `${who} ${on}`;
  if (before.of !== undefined && before.of !== of && !takesOver(before.of, who)) return before;
  const standing = before.of === of ? before.standing : { ...noReport.standing, ...errorOf(before) };
  return { ...before, of, standing: { ...standing, [name]: String(body).slice(0, most.state) } };
}

/** By which kind of candidate of its own the connection goes, as its statistics say; what was asked of another is too late. */
export function withWay(before: LabReport, of: string, stats: Iterable<[string, unknown]>): LabReport {
  const candidate = pairsIn(Object.fromEntries(stats))
    .find(({ won }) => won)
    ?.local.split(' ')[0];
  if (before.of !== of || candidate === undefined || !isType.test(candidate)) return before;
  return { ...before, standing: { ...before.standing, candidate } };
}
const isType = /^(host|srflx|prflx|relay)$/;

const takesOver = (of: string, who: string) => of.split(' ')[0] === who || who === 'alice';
const errorOf = ({ standing: { error } }: LabReport) => (error === undefined ? {} : { error });

type StepBody = { step?: unknown; is?: unknown; act?: unknown; said?: unknown };

function stepped(before: LabReport, body: unknown): LabReport {
  const { step, is, act, said } = (body ?? {}) as StepBody;
  const nr = Number.parseInt(String(step), 10);
  const { title } = acts.find(({ key }) => key === act) ?? {};
  const at = { ...before, ...(nr > 0 && { step: nr }), ...(title && { act: title }) };
  if (is === 'failed')
    return { ...at, standing: { ...before.standing, error: String(said ?? '').slice(0, most.sentence) } };
  // Whoever has got on is not held up by what went wrong before.
  const { error: _, ...standing } = before.standing;
  return is === 'done' ? { ...at, standing } : at;
}

function said(call: string, body: unknown): string {
  const { name = 'Error', message = '' } = (body ?? {}) as { name?: string; message?: string };
  return `${call}: ${name}${message && ` (${message})`}`.slice(0, most.sentence);
}
