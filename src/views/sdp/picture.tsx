import { useMemo } from 'preact/hooks';
import { moments } from '../moments.ts';
import type { LatePicture } from '../pictures/late-picture.ts';
import { sdpFold } from './fold.ts';
import { Sdp } from './sdp.tsx';

export const Picture: LatePicture = ({ entries, moment }) => {
  const at = useMemo(() => moments(sdpFold, entries), [entries]);
  return <Sdp view={at(moment)} />;
};
