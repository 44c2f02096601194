/**
 * Calls back at an even pace. A worker keeps it: a page in the background has its own timers slowed down to one a second
 * (Chromium 156), and must go on sending.
 */
export function every(ms: number, tick: () => void): () => void {
  const worker = new Worker(new URL('./pulse.ts', import.meta.url), { type: 'module' });
  worker.onmessage = tick;
  worker.postMessage(ms);
  return () => worker.terminate();
}
