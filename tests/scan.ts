import { execFileSync } from 'node:child_process';
import { expect, type Locator } from '@playwright/test';
import { program } from './program.ts';

/** What a phone reads off the screen, once the code is drawn. */
export async function scan(code: Locator) {
  await expect(code.locator('path')).toHaveCount(1);
  const input = await code.screenshot();
  // It complains of a bus that no server has.
  const read = execFileSync(program('zbarimg'), ['--quiet', '--raw', '-'], {
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return read.toString().trim();
}
