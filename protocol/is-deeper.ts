/** Whether a value nests deeper than so many levels. Looks no deeper itself, so that no value can exhaust the stack. */
export const isDeeper = (value: unknown, levels: number): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1)));
