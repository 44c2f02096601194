import { bringUpToDate } from './site/build.ts';

process.exitCode = await bringUpToDate();
