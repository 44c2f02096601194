type Socket = {
  onAny(listener: (event: string, ...args: unknown[]) => void): unknown;
  on(event: string, listener: (...args: unknown[]) => void): unknown;
};

export type Heard = [event: string, ...args: unknown[]];

/** Keeps everything that a connection is told, in order, and of what becomes of it the events that are named. */
export function hears(socket: Socket, becomes: readonly string[]) {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const note = (...event: Heard) => {
    heard.push(event);
    for (const look of waiting) look();
  };
  socket.onAny(note);
  for (const event of becomes) socket.on(event, (...args) => note(event, ...args));

  /** What the nth event of this name that is as wanted came with, whenever it comes. */
  function told(name: string, isWanted: (...args: never[]) => boolean = () => true, nth = 1): Promise<unknown[]> {
    const { promise, resolve } = Promise.withResolvers<unknown[]>();
    const look = () => {
      const found = heard.filter(([event, ...args]) => event === name && isWanted(...(args as never[])))[nth - 1];
      if (!found) return;
      waiting.delete(look);
      resolve(found.slice(1));
    };
    waiting.add(look);
    look();
    return promise;
  }

  return { heard, told };
}
