import { ask } from './camera.ts';

export type ProvokedRefusal = {
  title: string;
  about: string;
  /** What its document may do, where that is the point. */
  permitted?: boolean;
  provoke(devices: MediaDevices): Promise<MediaStream>;
};

/** Ways to be refused that every browser can show, each by asking for real. */
export const refusals: readonly ProvokedRefusal[] = [
  {
    title: 'Ask for nothing',
    about: 'Neither sound nor picture.',
    // #region ask-for-nothing
    provoke: (devices) => ask(devices, {}),
    // #endregion ask-for-nothing
  },
  {
    title: 'Demand too much',
    about: 'A picture exactly 100,000 pixels wide.',
    // #region demand-too-much
    provoke: (devices) => ask(devices, { video: { width: { exact: 100_000 } } }),
    // #endregion demand-too-much
  },
  {
    title: 'Demand a camera that is not there',
    about: 'By the id of a device that you never had.',
    // #region no-such-device
    provoke: (devices) => ask(devices, { video: { deviceId: { exact: 'no-such-device' } } }),
    // #endregion no-such-device
  },
  {
    title: 'Ask from a forbidden frame',
    about: 'An iframe whose allow attribute forbids it.',
    permitted: false,
    provoke: () => askFromForbiddenFrame(),
  },
];

// #region forbidden-frame
async function askFromForbiddenFrame() {
  const frame = document.createElement('iframe');
  frame.allow = "camera 'none'; microphone 'none'";
  frame.hidden = true;
  document.body.append(frame);
  try {
    return await ask(frame.contentWindow!.navigator.mediaDevices, { video: true, audio: true });
  } finally {
    frame.remove();
  }
}
// #endregion forbidden-frame
