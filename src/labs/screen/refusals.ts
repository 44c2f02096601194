import { share } from './screen.ts';

export type ProvokedRefusal = {
  title: string;
  about: string;
  /** What its document may do, where that is the point. */
  permitted?: boolean;
  provoke(devices: MediaDevices, forbidden: HTMLIFrameElement): Promise<MediaStream>;
};

/** Ways to be refused, each by asking for real. */
export const refusals: readonly ProvokedRefusal[] = [
  {
    title: 'Demand a size',
    about: 'A picture exactly 640 pixels wide.',
    // #region demand
    provoke: (devices) => share(devices, { video: { width: { exact: 640 } } }),
    // #endregion demand
  },
  {
    title: 'Ask without a click',
    about: 'In a new frame, where nobody can have clicked yet.',
    provoke: () => askInNewFrame(),
  },
  {
    title: 'Ask from a forbidden frame',
    about: 'An iframe whose allow attribute forbids it.',
    permitted: false,
    provoke: (_, forbidden) => askIn(forbidden),
  },
];

const askIn = (frame: HTMLIFrameElement) => share(frame.contentWindow!.navigator.mediaDevices, { video: true });

// #region new-frame
async function askInNewFrame() {
  const frame = frameThatMay('display-capture');
  try {
    return await askIn(frame);
  } finally {
    frame.remove();
  }
}
// #endregion new-frame

/** There before anybody clicks: a click counts in every frame of the page that is there already. */
export const forbiddenFrame = () => frameThatMay("display-capture 'none'");

function frameThatMay(allow: string) {
  const frame = Object.assign(document.createElement('iframe'), { allow, hidden: true });
  document.body.append(frame);
  return frame;
}
