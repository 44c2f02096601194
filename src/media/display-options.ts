import { settle } from './settle.ts';

/** Something that a screen can show. Only a tab can be this very page, and only tabs are heard. */
export type Surface = {
  displaySurface: 'monitor' | 'window' | 'browser';
  name: string;
  width: number;
  height: number;
  itself?: true;
};

export const surfaces: readonly Surface[] = [
  { displaySurface: 'monitor', name: 'The whole screen', width: 1920, height: 1080 },
  { displaySurface: 'window', name: 'A window', width: 1280, height: 800 },
  { displaySurface: 'browser', name: 'A tab', width: 1280, height: 720 },
  { displaySurface: 'browser', name: 'This tab', width: 1280, height: 720, itself: true },
];

/** What TypeScript's own list lacks (Screen Capture, DisplayMediaStreamOptions). */
export type DisplayOptions = DisplayMediaStreamOptions & {
  preferCurrentTab?: boolean;
  selfBrowserSurface?: 'include' | 'exclude';
  surfaceSwitching?: 'include' | 'exclude';
  systemAudio?: 'include' | 'exclude';
  monitorTypeSurfaces?: 'include' | 'exclude';
};

const constraintsOf = ({ video = true }: DisplayOptions): MediaTrackConstraints =>
  typeof video === 'object' ? video : {};

/** Why nobody needs to be asked: what a page may not say of a screen (Screen Capture, getDisplayMedia, steps 2 to 7). */
export function contradiction(asked: DisplayOptions): string | undefined {
  const { audio, video = true, preferCurrentTab, selfBrowserSurface, monitorTypeSurfaces } = asked;
  if (!video) return 'A picture must be asked for';
  for (const wishes of [audio, video]) {
    if (typeof wishes !== 'object') continue;
    if ('advanced' in wishes) return 'Advanced constraints are not allowed';
    for (const [name, wish] of Object.entries(wishes)) {
      const demand = typeof wish === 'object' && ['exact', 'min'].find((demand) => demand in wish);
      if (demand) return `${demand} is not allowed, and ${name} has it`;
    }
  }
  if (preferCurrentTab && selfBrowserSurface === 'exclude') return 'This tab is preferred and left out';
  const wholeScreens = constraintsOf(asked).displaySurface === 'monitor';
  if (wholeScreens && monitorTypeSurfaces === 'exclude') return 'Whole screens are wished for and left out';
  return undefined;
}

/** What is put before the person, what was wished for first. */
export function offered(asked: DisplayOptions): readonly Surface[] {
  const { preferCurrentTab, selfBrowserSurface, monitorTypeSurfaces } = asked;
  const wished = constraintsOf(asked).displaySurface;
  const open = surfaces.filter(({ displaySurface, itself }) =>
    itself
      ? preferCurrentTab || selfBrowserSurface === 'include'
      : displaySurface !== 'monitor' || monitorTypeSurfaces !== 'exclude',
  );
  const rank = ({ displaySurface, itself }: Surface) =>
    (preferCurrentTab ? itself : displaySurface === wished) ? 0 : 1;
  return open.toSorted((a, b) => rank(a) - rank(b));
}

/** Smaller than the surface if that was asked, never larger, and always of its shape. */
export function formatOf(surface: Surface, asked: DisplayOptions) {
  const { width, height, frameRate } = constraintsOf(asked);
  const share = (wish: ConstrainULong | undefined, own: number) => {
    const settled = settle(wish, { min: 1, max: own, usual: own });
    return settled.ok ? settled.value / own : 1;
  };
  const scale = Math.min(share(width, surface.width), share(height, surface.height));
  const rate = settle(frameRate, { min: 1, max: 30, usual: 15 });
  return {
    width: Math.round(surface.width * scale),
    height: Math.round(surface.height * scale),
    frameRate: rate.ok ? rate.value : 1,
  };
}
