import type { Rig } from './rig.ts';
import { howLong } from './words.ts';

/** For how long something has been so. It goes on by itself, and what stands around it is not drawn again. */
export const HowLong = ({ since, rig }: { since: number; rig: Rig }) => <>{howLong(rig.clock.value - since)}</>;
