import { newest, type SdpView, type Told } from './fold.ts';

export const nameOf = ({ number, who, type }: Told) => `${number} · ${who}’s ${type}`;

/** Every description in full, under the name of whoever had it first. */
export const sdpText = (view: SdpView): string[] =>
  newest(view).flatMap((each) => [nameOf(each), ...each.text.trimEnd().split(/\r\n|\r|\n/)]);
