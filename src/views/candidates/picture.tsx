import { useMemo } from 'preact/hooks';
import { moments } from '../moments.ts';
import type { LatePicture } from '../pictures/late-picture.ts';
import { Candidates } from './candidates.tsx';
import { candidatesFold } from './fold.ts';

export const Picture: LatePicture = ({ entries, moment, clock }) => {
  const at = useMemo(() => moments(candidatesFold(clock), entries), [entries, clock]);
  return <Candidates view={at(moment)} />;
};
