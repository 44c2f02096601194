import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { whetherAllowed } from './camera.ts';

/** What the browser would answer for each device, if it were asked now. */
export function Allowed() {
  return (
    <p class="allowed">
      <code>permissions.query</code> says: camera <Of name="camera" />, microphone <Of name="microphone" />
    </p>
  );
}

function Of({ name }: { name: 'camera' | 'microphone' }) {
  const says = useSignal('…');
  useEffect(() => {
    let permission: PermissionStatus | undefined;
    const told = (state: string) => {
      says.value = state;
    };
    whetherAllowed(name, told).then(
      // Held, or it would not tell of a change for long.
      (status) => (permission = status),
      () => told('nothing'),
    );
    return () => {
      if (permission) permission.onchange = null;
    };
  }, [name, says]);
  return <b>{says.value}</b>;
}
