/** Fetched at once, and counted apart: nobody reads here before they join. */
export {};

await import('./join.ts');
