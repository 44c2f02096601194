import { Shelves } from './shelves.ts';
import type { Learner, Workshop } from './state.ts';

// A snapshot is text; JSON knows neither maps nor sets. Learners come one by one, for a large class is long.

const marked = (_: string, value: unknown) => {
  if (value instanceof Map) return { $map: [...value] };
  return value instanceof Set ? { $set: [...value] } : value;
};
const packLearner = ({ answers, sources, ...learner }: Learner) =>
  JSON.stringify({ ...learner, answers: { $map: [...answers] }, sources: { $map: [...sources] } });

/** The pieces of a snapshot. A state never changes, so there may be any time between them. */
function* pieces({ learners, ...rest }: Workshop): Generator<string> {
  yield JSON.stringify(rest, marked).slice(0, -1);
  let separator = ',"learners":{"$map":[';
  for (const [seat, learner] of learners) {
    yield `${separator}[${JSON.stringify(seat)},${packLearner(learner)}]`;
    separator = ',';
  }
  yield learners.size === 0 ? `${separator}]}}` : ']}}';
}

export const pack = (workshop: Workshop): string => [...pieces(workshop)].join('');

/** The same, and others have their turn after every so many pieces. */
export async function packInTurns(workshop: Workshop, atOnce: number, turn: () => Promise<void>): Promise<string> {
  const parts: string[] = [];
  for (const piece of pieces(workshop)) {
    parts.push(piece);
    if (parts.length % atOnce === 0) await turn();
  }
  return parts.join('');
}

export function unpack(text: string): Workshop {
  const { learners, ...rest } = JSON.parse(text, (_, value: Packed) => {
    if (value?.$map) return new Map(value.$map);
    return value?.$set ? new Set(value.$set) : value;
  });
  return { ...rest, learners: Shelves.of(learners) };
}

type Packed = { $map?: [unknown, unknown][]; $set?: unknown[] } | null;
