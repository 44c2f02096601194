import { useSignal } from '@preact/signals';
import type { SyntheticDevices } from '../../media/synthetic-devices.ts';

/** A cable that nobody needs: what it does to the list is what a real one does. */
export function Plugs({ devices, inUse }: { devices: SyntheticDevices; inUse: string | undefined }) {
  const plugged = useSignal(false);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          if (plugged.value) devices.pullOut();
          else devices.plugIn();
          plugged.value = !plugged.value;
        }}
      >
        {plugged.value ? 'Pull out the USB camera' : 'Plug in a USB camera'}
      </button>
      {inUse === 'synthetic-usb-camera' && <span>It is in use: just the moment to pull.</span>}
    </>
  );
}
