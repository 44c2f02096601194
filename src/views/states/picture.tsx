import { useMemo } from 'preact/hooks';
import { moments } from '../moments.ts';
import type { LatePicture } from '../pictures/late-picture.ts';
import { statesFold } from './fold.ts';
import { States } from './states.tsx';

export const Picture: LatePicture = ({ entries, moment }) => {
  const at = useMemo(() => moments(statesFold, entries), [entries]);
  return <States view={at(moment)} />;
};
