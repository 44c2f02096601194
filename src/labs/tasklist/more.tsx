import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { Desk } from './desk.ts';

type Drawer = FunctionComponent<{ desk: Desk }>;

// Each is loaded when somebody opens it: what is not wanted costs nothing.
const drawers: Record<string, { title: string; load(): Promise<Drawer> }> = {
  inspect: { title: 'Look inside', load: async () => (await import('./inspector.tsx')).Inspector },
  orders: { title: 'Other orders', load: async () => (await import('./other-orders.tsx')).OtherOrders },
  apart: { title: 'Two windows, two devices', load: async () => (await import('./apart.tsx')).Apart },
  keys: { title: 'Keys', load: async () => (await import('./keys-help.tsx')).KeysHelp },
};

/** Whatever is there when it is wanted, and not before. */
export function More({ desk }: { desk: Desk }) {
  const open = useSignal<string | undefined>(undefined);
  const loaded = useSignal<Readonly<Record<string, Drawer>>>({});

  async function toggle(key: string) {
    open.value = open.value === key ? undefined : key;
    if (!loaded.value[key]) loaded.value = { ...loaded.value, [key]: await drawers[key]!.load() };
  }

  const Opened = open.value && loaded.value[open.value];
  return (
    <div class="more">
      <p class="drawers">
        {Object.entries(drawers).map(([key, { title }]) => (
          <button key={key} type="button" class="small" aria-expanded={open.value === key} onClick={() => toggle(key)}>
            {title}
          </button>
        ))}
      </p>
      {Opened && <Opened desk={desk} />}
    </div>
  );
}
