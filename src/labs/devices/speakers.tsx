import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { type abilities, askForSpeaker, playThrough } from './devices.ts';

type Props = {
  able: ReturnType<typeof abilities>;
  devices: MediaDevices;
  listed: Signal<readonly MediaDeviceInfo[]>;
  bobs: RefObject<HTMLVideoElement | null>;
};

/** Where Bob's sound leaves this machine, in browsers that let a page say so. */
export function Speakers({ able: { canSwitch, canAsk }, devices, listed, bobs }: Props) {
  const said = useSignal('');
  const through = useSignal('');
  const speakers = listed.value.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId);

  async function play(deviceId: string, label: string) {
    try {
      await playThrough(bobs.current!, deviceId);
      through.value = deviceId;
      said.value = `What Bob hears now leaves through ${label}.`;
    } catch (error) {
      said.value = `${(error as Error).name}: ${(error as Error).message}`;
    }
  }

  async function askForOne() {
    try {
      const { deviceId, label } = await askForSpeaker(devices);
      await play(deviceId, label);
    } catch (error) {
      said.value = `${(error as Error).name}: ${(error as Error).message}`;
    }
  }

  return (
    <section class="speakers" aria-label="Speakers">
      <p>
        <code>setSinkId</code>: {canSwitch ? 'here' : 'missing'}. <code>selectAudioOutput</code>:{' '}
        {canAsk ? 'here' : 'missing'}.
      </p>
      <div class="controls">
        {canSwitch && speakers.length > 0 && (
          <label>
            Play Bob through{' '}
            <select
              value={through.value}
              onChange={({ currentTarget: { value, selectedOptions } }) => play(value, selectedOptions[0]!.text)}
            >
              <option value="">the usual</option>
              {speakers.map(({ deviceId, label }) => (
                <option key={deviceId} value={deviceId}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        {canAsk && (
          <button type="button" onClick={askForOne}>
            Ask for a speaker
          </button>
        )}
        <label class="heard">
          <input type="checkbox" onChange={({ currentTarget }) => (bobs.current!.muted = !currentTarget.checked)} />
          Hear Bob (headphones on)
        </label>
      </div>
      <p role="status" aria-label="Speaker">
        {said.value}
      </p>
    </section>
  );
}
