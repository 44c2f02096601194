import { addressKind } from './addresses.ts';
import type { Kind } from './pseudonyms.ts';

type Members = Readonly<Record<string, unknown>>;

/** What members of these names are, in whatever object. */
export const kinds: Readonly<Record<string, Kind>> = {
  usernameFragment: 'ufrag',
  iceLocalUsernameFragment: 'ufrag',
  iceRemoteUsernameFragment: 'ufrag',
  ufrag: 'ufrag',
  pwd: 'pwd',
  password: 'credential',
  credential: 'credential',
  macKey: 'credential',
  accessToken: 'credential',
  deviceId: 'device',
  sinkId: 'device',
  groupId: 'group',
  trackIdentifier: 'track',
  trackId: 'track',
  track: 'track',
  stream: 'stream',
  streamId: 'stream',
  streamIds: 'stream',
  cname: 'cname',
  base64Certificate: 'certificate',
};

/** What members of these names are, if they are an address or a host. */
export const addressMembers = ['address', 'ip', 'relatedAddress'];

const media = new Set<unknown>(['audio', 'video', 'audioinput', 'videoinput', 'audiooutput']);

/**
 * The kind of secret that a member is, by its name and by what else the object has: a device and a track are labelled
 * by whoever made the camera, a data channel by the program, which is no secret.
 */
export function kindOfMember(
  name: string,
  value: unknown,
  { kind, urls, credential, label }: Members,
): Kind | undefined {
  if (Object.hasOwn(kinds, name)) return name === 'password' && isIcePassword(value) ? 'pwd' : kinds[name];
  if (addressMembers.includes(name)) return addressKind(String(value));
  if (name === 'username' && (urls !== undefined || credential !== undefined)) return 'user';
  if (name === 'label' && media.has(kind)) return 'label';
  return name === 'id' && media.has(kind) && label !== undefined ? 'track' : undefined;
}

/** Constraints say what they want of a device as `{ exact: id }` or as a list. */
export const isSaidOfWhole = (name: string) => name === 'exact' || name === 'ideal';

/** RTCIceParameters calls it a password as well. */
const isIcePassword = (value: unknown) => typeof value === 'string' && /^[A-Za-z0-9+/]{22,256}$/.test(value);
