import { describe, expect, test } from 'vitest';
import { countBrowsers, countNode, isGreen, judge, none, summary } from './count.ts';

test('tests in Node are counted, and a file that could not be loaded is one that failed', () => {
  const report = {
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }, { status: 'todo' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countNode(report)).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('tests in browsers are counted by browser, however deep they stand', () => {
  const tests = (projectName: string, ...all: string[]) => ({ tests: all.map((status) => ({ projectName, status })) });
  const inner = { specs: [tests('chromium', 'expected', 'unexpected'), tests('firefox', 'expected', 'skipped')] };
  const report = { errors: [], suites: [{ suites: [inner], specs: [tests('chromium', 'flaky')] }] };
  expect(countBrowsers(report)).toEqual({
    Chromium: { passed: 1, failed: 2, skipped: 0 },
    Firefox: { passed: 1, failed: 0, skipped: 1 },
  });
});

test('what kept the browser tests from running is a failure', () => {
  expect(countBrowsers({ errors: [{}], suites: [] })).toEqual({ 'Browser runner': { ...none, failed: 1 } });
});

describe('silence is no success', () => {
  const fine = { ...none, passed: 2 };
  test.each([
    ['all is well', { Node: fine }, ['Node'], 0, 0],
    ['nothing was counted', {}, ['Node'], 0, 1],
    ['only skipped tests were counted', { Node: { ...none, skipped: 3 } }, ['Node'], 0, 1],
    ['one browser of two is missing', { Chromium: fine }, ['Chromium', 'Firefox'], 0, 1],
    ['all tests passed, and the runner failed', { Node: fine }, ['Node'], 1, 1],
    ['a test failed, and so did the runner', { Node: { ...fine, failed: 1 } }, ['Node'], 1, 1],
  ])('%s', (_, counts, expected, code, failed) => {
    const judged = judge('Runner', counts, expected, code);
    expect(summary(judged).at(-1)).toMatch(new RegExp(`, ${failed} failed$`));
  });
});

test('the last line is the one that a machine reads', () => {
  const counts = { Node: { passed: 3, failed: 1, skipped: 0 }, Firefox: { passed: 2, failed: 0, skipped: 1 } };
  expect(summary(counts)).toEqual(['Node 4 (1 failed) · Firefox 2 (1 skipped)', '5 passed, 1 failed']);
});

test('a run is green when something passed and nothing failed', () => {
  expect(isGreen({ Node: { ...none, passed: 1 } })).toBe(true);
  expect(isGreen({ Node: { ...none, passed: 1 }, Firefox: { ...none, failed: 1 } })).toBe(false);
  expect(isGreen({ Node: { ...none, skipped: 1 } })).toBe(false);
  expect(isGreen({})).toBe(false);
});
