import { type Signal, useSignal } from '@preact/signals';
import type { Buttons } from './state.ts';

export type ChoicesProps = {
  buttons: Signal<Buttons>;
  listed: Signal<readonly MediaDeviceInfo[]>;
  onResize(typed: { width: string; height: string }): void;
  onChange(kind: 'video' | 'audio', deviceId: string): void;
  onThrough(deviceId: string): void;
  /** The id of the device whose track is in the stream. */
  inUse(kind: 'video' | 'audio'): string | undefined;
};

/** Size and devices: what is chosen rather than pressed. */
export function Choices({ buttons, listed, onResize, onChange, onThrough, inUse }: ChoicesProps) {
  const width = useSignal('320');
  const height = useSignal('240');
  const resizable = buttons.value.resize === 'ready';
  const shared = buttons.value.share === 'on';
  const speakers = listed.value.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId);
  return (
    <div class="choices">
      <form
        aria-label="Size"
        onSubmit={(event) => {
          event.preventDefault();
          if (resizable) onResize({ width: width.value, height: height.value });
        }}
      >
        {[
          { says: 'Width', typed: width },
          { says: 'Height', typed: height },
        ].map(({ says, typed }) => (
          <label key={says}>
            {says}
            <input
              type="number"
              min={1}
              required
              value={typed.value}
              onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
            />
          </label>
        ))}
        <button type="submit" aria-disabled={!resizable}>
          Change the size
        </button>
      </form>
      {(['video', 'audio'] as const).map((kind) => {
        const all = listed.value.filter((device) => device.kind === `${kind}input`);
        return (
          <label key={kind}>
            {kind === 'video' ? 'Camera' : 'Microphone'}
            <select
              disabled={!shared}
              value={inUse(kind)}
              onChange={({ currentTarget }) => onChange(kind, currentTarget.value)}
            >
              {all.map(({ deviceId, label }) => (
                <option key={deviceId} value={deviceId}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      {speakers.length > 0 && (
        <label>
          Speaker
          <select onChange={({ currentTarget }) => onThrough(currentTarget.value)}>
            {speakers.map(({ deviceId, label }) => (
              <option key={deviceId} value={deviceId}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
