import type { Profile } from '../../protocol/workshop.ts';

/**
 * What a whole class may cost its network and its ears. It is kept under one name, as JSON, and holds for every lab of this
 * browser for as long as it stands there: {"silent":true,"width":320,"height":240,"kbitPerSecond":150}.
 */
const key = 'trickle:profile';

export function keptProfile(): Profile | undefined {
  try {
    const { silent, width, height, kbitPerSecond } = JSON.parse(localStorage.getItem(key)!) as Profile;
    const isWhole = [width, height, kbitPerSecond].every((number) => number > 0);
    return isWhole ? { silent: Boolean(silent), width, height, kbitPerSecond } : undefined;
  } catch {
    return undefined;
  }
}

export function keepProfile(profile: Profile | null) {
  try {
    const before = localStorage.getItem(key);
    if (profile) localStorage.setItem(key, JSON.stringify(profile));
    else localStorage.removeItem(key);
    // Other pages are told by the browser.
    if (localStorage.getItem(key) !== before) dispatchEvent(new StorageEvent('storage', { key }));
  } catch {
    // Nothing is kept here, and nothing held.
  }
}

/** Tells which profile holds, whenever that may be another. */
export function followProfile(hear: (profile: Profile | undefined) => void, signal: AbortSignal) {
  const look = (event: StorageEvent) => event.key === key && hear(keptProfile());
  addEventListener('storage', look, { signal });
  hear(keptProfile());
}

export const profileText = ({ silent, width, height, kbitPerSecond }: Profile) =>
  `${silent ? 'no sound is played, ' : ''}cameras at ${width}×${height}, ${kbitPerSecond} kbit/s for a picture`;
