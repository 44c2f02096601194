import { expect, onTestFinished, test } from 'vitest';
import { freshCopy } from '../bench/fresh-copy.ts';
import { start } from '../bench/start.ts';

test('npm start on a fresh copy installs, builds and serves, and the next one is there within three seconds', async () => {
  const { folder, remove } = await freshCopy();
  onTestFinished(remove);

  const first = await start(folder);
  onTestFinished(first.stop);
  const home = await fetch(first.url);
  expect(await home.text()).toContain('Trickle');
  await first.stop();

  const second = await start(folder);
  onTestFinished(second.stop);
  expect(second.firstPageMs).toBeLessThan(3000);
});
