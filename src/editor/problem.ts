/** What went wrong in a version, and where: in the browser's own words. */
export type Problem = { line?: number; said: string };

/** A version that can't be taken. */
export class Unusable extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(tell(problem));
    this.problem = problem;
  }
}

export const tell = ({ line, said }: Problem) => (line === undefined ? said : `Line ${line}: ${said}`);

/** The line of a script that an error came from: the first frame on its stack that is of it. */
export function lineOf(error: unknown, url: string): number | undefined {
  const { line, stack } = Object(error) as { line?: unknown; stack?: unknown };
  if (typeof line === 'number' && error instanceof EndlessLoop) return line;
  const at = String(stack ?? '').indexOf(`${url}:`);
  return at < 0 ? undefined : Number.parseInt(String(stack).slice(at + url.length + 1), 10) || undefined;
}

export const saidBy = (error: unknown) =>
  error instanceof Error || error instanceof DOMException ? `${error.name}: ${error.message}` : String(error);

/** A loop that went on and on, without ever letting the page breathe. */
export class EndlessLoop extends Error {
  override readonly name = 'EndlessLoop';
  readonly line: number;
  constructor(line: number, ranMs: number) {
    super(`this loop ran for ${ranMs / 1_000} seconds without a pause, and was ended`);
    this.line = line;
  }
}
