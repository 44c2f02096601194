import { readOptions } from '../server/options.ts';
import { bringUpToDate } from './site/build.ts';

// A wrong flag costs nobody a build; what is wrong with it, the server says.
const code = 'run' in readOptions(process.argv.slice(2), process.env) ? await bringUpToDate() : 0;
if (code === 0) await import('../server/main.ts');
else process.exitCode = code;
