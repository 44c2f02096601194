import * as z from 'zod/mini';

// The pages' Content-Security-Policy allows no eval, and a zod that tries it is a red line in the console; on a server it
// reads twice as fast with it. Whoever makes schemas imports this first.
z.config({ jitless: 'document' in globalThis });
