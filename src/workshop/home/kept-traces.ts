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

/** In the place of what was kept of it before. */
export async function keepTrace(trace: KeptTrace) {
  try {
    await inStore('readwrite', (store) => store.put(trace));
    let characters = 0;
    const all = await inStore<KeptTrace[]>('readonly', (store) => store.getAll());
    for (const [nth, { id, code, file }] of all.sort((one, other) => other.at - one.at).entries()) {
      characters += file.length;
      // What is left of an earlier workshop goes when there is something of this one.
      if (code !== trace.code || nth >= most.traces || characters > most.characters)
        await inStore('readwrite', (store) => store.delete(id));
    }
  } catch {
    // No room, or a window that remembers nothing: then there is no trace to take home.
  }
}

export const forgetTraces = () => inStore('readwrite', (store) => store.clear()).catch(() => {});
