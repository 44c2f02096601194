type Kind = 'video' | 'audio';

type Props = {
  listed: readonly MediaDeviceInfo[];
  inUse: Partial<Record<Kind, string>>;
  changes: number;
  onSwitch(kind: Kind, deviceId: string): void;
};

const kinds = { videoinput: 'Cameras', audioinput: 'Microphones', audiooutput: 'Speakers' } as const;

/** What enumerateDevices told, kind by kind, word for word. */
export function DeviceList({ listed, inUse, changes, onSwitch }: Props) {
  return (
    <section class="list" aria-label="What the browser lists">
      {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => {
        const all = listed.filter((device) => device.kind === kind);
        const input = kind === 'audiooutput' ? undefined : kind === 'videoinput' ? 'video' : 'audio';
        return (
          <div key={kind}>
            <h3>
              {kinds[kind]} <code>{kind}</code>
            </h3>
            <ul>
              {all.map((device, index) => (
                // Before permission every id is the empty string.
                <li key={device.deviceId || index}>
                  <span class="name">{device.label || <i>no name</i>}</span>
                  <code>{shortened(device.deviceId)}</code>
                  {input && device.deviceId && inUse[input] !== undefined && (
                    <button
                      type="button"
                      aria-pressed={inUse[input] === device.deviceId}
                      aria-label={`Use ${device.label}`}
                      onClick={() => inUse[input] !== device.deviceId && onSwitch(input, device.deviceId)}
                    >
                      {inUse[input] === device.deviceId ? 'In use' : 'Use'}
                    </button>
                  )}
                </li>
              ))}
              {all.length === 0 && <li>None listed.</li>}
            </ul>
          </div>
        );
      })}
      <p class="changes">
        <code>devicechange</code> has come {changes === 1 ? 'once' : `${changes} times`}.
      </p>
    </section>
  );
}

const shortened = (id: string) => (id === '' ? "''" : id.length > 24 ? `${id.slice(0, 8)}…` : id);
