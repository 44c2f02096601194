import type { Lab } from './lab.ts';

export const sayNeeds = ({ needs }: Pick<Lab, 'needs'>) =>
  `It needs ${new Intl.ListFormat('en').format(needs) || 'nothing but this browser'}.`;
