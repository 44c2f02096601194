export type Coding = 'br' | 'gzip';

// The smallest first.
const codings: readonly Coding[] = ['br', 'gzip'];

/** Which of the siblings at hand to send to a browser that says `Accept-Encoding`; none: the file as it is. */
export function chooseCoding(accepts: string | undefined, have: (coding: Coding) => boolean): Coding | undefined {
  const weights = new Map(
    (accepts ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight ? Number(weight.slice(2)) : 1] as const;
    }),
  );
  return codings.find((coding) => have(coding) && (weights.get(coding) ?? weights.get('*') ?? 0) > 0);
}
