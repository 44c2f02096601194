import { quiet } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { tell } from './tell.ts';

/** What a page saw in each scenario, line by line, with everything that went wrong unseen by anybody. */
export type Account = Record<string, string[]>;

/** Long enough for every scenario; one that hangs says so, and does not take the others with it. */
const patienceMs = 8_000;

/** Acts the scenarios out in this page, or only those of the given names. */
export async function run(names = Object.keys(scenarios)): Promise<Account> {
  const account: Account = {};
  let lines: string[] = [];
  for (const type of ['unhandledrejection', 'rejectionhandled'] as const) {
    addEventListener(type, (event) => {
      lines.push(`${type}: ${tell(event.reason)}`);
      event.preventDefault();
    });
  }
  addEventListener('error', (event) => {
    lines.push(`error: ${event.message}`);
    event.preventDefault();
  });
  for (const name of names) {
    lines = account[name] = [];
    const heard = lines;
    const see = (...what: unknown[]) => heard.push(what.map(tell).join(' '));
    const stuck = new Promise((_, stuck) => setTimeout(() => stuck(new Error('it does not end')), patienceMs));
    try {
      await Promise.race([scenarios[name]!(see), stuck]);
    } catch (error) {
      see('The scenario fails:', error);
    }
    await quiet();
  }
  return account;
}
