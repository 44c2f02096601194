import { expect, onTestFinished, test } from 'vitest';
import { withstand } from './hostile.fixture.ts';
import { startSignaling } from './signaling.fixture.ts';

test('two thousand messages of every kind and shape end nothing, reach nobody, and are all answered', async () => {
  const { port, io, rooms, close } = await startSignaling();
  onTestFinished(close);
  await withstand(port, 20);
  await expect.poll(() => io.engine.clientsCount).toBe(0);
  for (const name of ['elsewhere 1', 'noise']) expect(rooms.at(name)!.isEmpty, `nobody is left in ${name}`).toBe(true);
}, 30_000);
