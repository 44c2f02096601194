export type Plan = {
  /** Types and lint: of everything or not at all. */
  checks: boolean;
  /** What each runner is told; nothing if it does not run. */
  node?: string[];
  browsers?: string[];
  long: boolean;
};

/** What `npm test -- …` means: everything, or what the files name. Whatever begins with "-" is for the runners. */
export function plan(args: readonly string[]): Plan {
  const long = args.includes('--long');
  const given = args.filter((arg) => arg !== '--long');
  if (given.length === 0) return { checks: !long, node: [], browsers: [], long };
  const only = (suffix: string) => given.some((arg) => arg.endsWith(suffix));
  const node = only('.test.ts') || !only('.e2e.ts');
  const browsers = only('.e2e.ts') || !only('.test.ts');
  return {
    checks: false,
    ...(node && { node: given.filter((arg) => !arg.endsWith('.e2e.ts')) }),
    ...(browsers && { browsers: given.filter((arg) => !arg.endsWith('.test.ts')) }),
    long,
  };
}
