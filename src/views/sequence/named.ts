import type { Entry } from '../../../protocol/entry.ts';

/** The first connection of everyone needs no name: most have but one. */
export const named = ({ on, name }: Entry) =>
  on === undefined || on === 'pc1' || on === 'devices' || name.startsWith('new ') ? name : `${on}.${name}`;
