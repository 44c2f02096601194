import { fileURLToPath } from 'node:url';

/** The folder that holds everything. */
export const root = fileURLToPath(new URL('..', import.meta.url));
