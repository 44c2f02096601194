export type Count = { passed: number; failed: number; skipped: number };

export const none: Count = { passed: 0, failed: 0, skipped: 0 };
const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** What the JSON reporter of Vitest writes, as far as we read it. */
export type NodeReport = { testResults: { status: string; assertionResults: { status: string }[] }[] };

export function countNode({ testResults }: NodeReport): Count {
  return testResults
    .map(({ status, assertionResults }) => {
      const having = (...those: string[]) => assertionResults.filter((result) => those.includes(result.status)).length;
      const failed = having('failed');
      return {
        passed: having('passed'),
        // A file that could not even be loaded has no test that failed, and is a failure all the same.
        failed: status === 'failed' && failed === 0 ? 1 : failed,
        skipped: having('skipped', 'pending', 'todo'),
      };
    })
    .reduce(add, none);
}

type Suite = { suites?: Suite[]; specs: { tests: { projectName: string; status: string }[] }[] };
/** What the JSON reporter of Playwright writes, as far as we read it. */
export type BrowserReport = { suites: Suite[]; errors: unknown[] };

export function countBrowsers({ suites, errors }: BrowserReport): Record<string, Count> {
  const counts: Record<string, Count> =
    errors.length > 0 ? { 'Browser runner': { ...none, failed: errors.length } } : {};
  const visit = ({ suites = [], specs }: Suite) => {
    suites.forEach(visit);
    for (const { projectName, status } of specs.flatMap(({ tests }) => tests)) {
      const name = projectName.charAt(0).toUpperCase() + projectName.slice(1);
      const outcome = status === 'skipped' ? 'skipped' : status === 'expected' ? 'passed' : 'failed';
      const count = counts[name] ?? none;
      counts[name] = { ...count, [outcome]: count[outcome] + 1 };
    }
  };
  suites.forEach(visit);
  return counts;
}

/**
 * The counts of what was to run. A part that says nothing, or says that all is well and exits as if it were not, has
 * failed: nobody may take silence for success.
 */
export function judge(name: string, counts: Record<string, Count>, expected: readonly string[], code: number) {
  const judged = { ...counts };
  for (const part of expected) {
    const { passed, failed } = judged[part] ?? none;
    if (passed + failed === 0) judged[part] = { ...none, failed: 1 };
  }
  if (code !== 0 && Object.values(judged).every(({ failed }) => failed === 0)) judged[name] = { ...none, failed: 1 };
  return judged;
}

const total = (counts: Record<string, Count>) => Object.values(counts).reduce(add, none);

/** Whether something passed and nothing failed. */
export function isGreen(counts: Record<string, Count>) {
  const { passed, failed } = total(counts);
  return passed > 0 && failed === 0;
}

/** The last two lines: how many ran where, and the one that a machine reads. */
export function summary(counts: Record<string, Count>): string[] {
  const { passed, failed } = total(counts);
  const parts = Object.entries(counts).map(([name, { passed, failed, skipped }]) => {
    const notes = [failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean).join(', ');
    return `${name} ${passed + failed}${notes && ` (${notes})`}`;
  });
  return [parts.join(' · '), `${passed} passed, ${failed} failed`];
}
