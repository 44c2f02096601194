// The traces of a learner's labs, kept in their own browser until they take them home. Nobody else gets them.

export type KeptTrace = {
  id: string;
  code: string;
  page: string;
  title: string;
  lab: string;
  at: number;
  file: string;
};

/** Of these and of their characters, the newest are kept. */
const most = { traces: 30, characters: 30_000_000 };

const inStore = <Result>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Result>) =>
  openStore().then((db) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const request = act(db.transaction('traces', mode).objectStore('traces'));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    return promise.finally(() => db.close());
  });

function openStore(): Promise<IDBDatabase> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const request = indexedDB.open('trickle-workshop', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('traces', { keyPath: 'id' });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  return promise;
}

/** Those of this workshop, the oldest first; none where this browser keeps nothing. */
export async function keptTraces(code: string): Promise<KeptTrace[]> {
  const all = await inStore<KeptTrace[]>('readonly', (store) => store.getAll()).catch(() => []);
  return all.filter((trace) => trace.code === code).sort((one, other) => one.at - other.at);
}

/** For which trace there was room made last: once for each, since reading all of them costs more than writing one. */
let roomFor = '';

/** In the place of what was kept of it before. */
export async function keepTrace(trace: KeptTrace) {
  try {
    if (trace.id !== roomFor) await makeRoom(trace);
    roomFor = trace.id;
    await inStore('readwrite', (store) => store.put(trace));
  } catch {
    // No room, or a window that remembers nothing: then there is no trace to take home.
  }
}

/** What is left of an earlier workshop goes when there is something of this one, and so does the oldest of too many. */
async function makeRoom({ id, code }: KeptTrace) {
  const all = await inStore<KeptTrace[]>('readonly', (store) => store.getAll());
  const others = all.filter((kept) => kept.id !== id).sort((one, other) => other.at - one.at);
  let characters = 0;
  for (const [nth, kept] of others.entries()) {
    characters += kept.file.length;
    if (kept.code !== code || nth >= most.traces - 1 || characters > most.characters)
      await inStore('readwrite', (store) => store.delete(kept.id));
  }
}

export const forgetTraces = () => inStore('readwrite', (store) => store.clear()).catch(() => {});
