import { useEffect, useState } from 'preact/hooks';
import type { LatePicture, Shown } from './late-picture.ts';

const sources = {
  States: () => import('../states/picture.tsx'),
  Wire: () => import('../wire/picture.tsx'),
  Candidates: () => import('../candidates/picture.tsx'),
  SDP: () => import('../sdp/picture.tsx'),
};

export type LateKind = keyof typeof sources;
export const lateKinds = Object.keys(sources) as LateKind[];

type Props = Shown & { kind: LateKind };

/** A picture that is loaded when somebody wants to see it. */
export function Late({ kind, ...shown }: Props) {
  const [Picture, setPicture] = useState<LatePicture>();
  useEffect(() => {
    sources[kind]().then((loaded) => setPicture(() => loaded.Picture));
  }, []);
  return Picture ? <Picture {...shown} /> : <p role="status">Loading the picture …</p>;
}
