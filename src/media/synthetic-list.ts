/** A camera or a microphone that nobody has to own. */
export type SyntheticDevice = {
  kind: 'videoinput' | 'audioinput';
  deviceId: string;
  label: string;
  /** What tells its picture apart from that of the first. */
  mark?: string;
};

export const builtIn: readonly SyntheticDevice[] = [
  { kind: 'videoinput', deviceId: 'synthetic-camera', label: 'Synthetic camera' },
  { kind: 'videoinput', deviceId: 'synthetic-camera-2', label: 'Second synthetic camera', mark: ' (2)' },
  { kind: 'audioinput', deviceId: 'synthetic-microphone', label: 'Synthetic microphone' },
  { kind: 'audioinput', deviceId: 'synthetic-microphone-2', label: 'Second synthetic microphone' },
];

/** What can be plugged in, and out again. */
export const pluggable: SyntheticDevice = {
  kind: 'videoinput',
  deviceId: 'synthetic-usb-camera',
  label: 'Synthetic USB camera',
  mark: ' (USB)',
};

/**
 * What enumerateDevices tells: to whom nothing was granted yet, that there is something of a kind, and neither how many
 * nor what they are called (Media Capture and Streams, "creating a device info object").
 */
export function listed(devices: readonly SyntheticDevice[], granted: boolean): MediaDeviceInfo[] {
  const shown = granted ? devices : devices.filter((device) => device === firstOf(devices, device.kind));
  return shown.map((device) => {
    const { kind, deviceId, label } = granted ? device : { kind: device.kind, deviceId: '', label: '' };
    const info = { kind, deviceId, label, groupId: granted ? 'synthetic' : '' };
    return { ...info, toJSON: () => info };
  });
}

/** The device that is meant; undefined where the one that was demanded is not there. A wish is met if it can be. */
export function chosen(
  devices: readonly SyntheticDevice[],
  kind: SyntheticDevice['kind'],
  asked: ConstrainDOMString | undefined,
): SyntheticDevice | undefined {
  const { exact, ideal } = typeof asked === 'object' && !Array.isArray(asked) ? asked : { ideal: asked };
  const among = (ids: string | string[] | undefined) =>
    devices.find((device) => device.kind === kind && [ids].flat().includes(device.deviceId));
  return exact === undefined ? (among(ideal) ?? firstOf(devices, kind)) : among(exact);
}

const firstOf = (devices: readonly SyntheticDevice[], kind: string) => devices.find((device) => device.kind === kind);
