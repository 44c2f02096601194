/** A worker that is told a pace in milliseconds, and from then on says so each time that long has passed. */
addEventListener('message', ({ data: ms }: MessageEvent<number>) => setInterval(postMessage, ms, ms));

export {};
