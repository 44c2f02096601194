import { useMemo } from 'preact/hooks';
import { moments } from '../moments.ts';
import type { LatePicture } from '../pictures/late-picture.ts';
import { wireFold } from './fold.ts';
import { Wire } from './wire.tsx';

export const Picture: LatePicture = ({ entries, moment, clock, onPick }) => {
  const at = useMemo(() => moments(wireFold(clock), entries), [entries, clock]);
  return <Wire view={at(moment)} {...{ clock, onPick }} />;
};
