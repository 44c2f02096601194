import { startSignaling } from './signaling.fixture.ts';

// Signaling in a process of its own, which says how much it holds when it is asked. Started with --expose-gc.
const { port } = await startSignaling();
process.on('message', () => {
  globalThis.gc!();
  process.send!({ heap: process.memoryUsage().heapUsed });
});
process.send!({ port });
