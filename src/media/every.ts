/**
 * Calls back at an even pace. A worker keeps it: a page in the background has its own timers slowed down to one a second
 * (Chromium 156), and must go on sending.
 */
export function every(ms: number, tick: () => void): () => void {
  const script = new Blob([`setInterval(postMessage, ${ms}, 0)`], { type: 'text/javascript' });
  const url = URL.createObjectURL(script);
  const worker = new Worker(url);
  worker.onmessage = tick;
  return () => {
    worker.terminate();
    URL.revokeObjectURL(url);
  };
}
