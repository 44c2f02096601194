import type { LabContext } from '../lab.ts';

/** The list, to be taken step by step; or its cards, to be put in order. */
export async function mount(root: HTMLElement, context: LabContext) {
  if (context.params.has('cards')) return (await import('./cards.tsx')).mountCards(root, context);
  return (await import('./list.tsx')).mountList(root, context);
}
