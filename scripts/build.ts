import { bringUpToDate } from './site/build.ts';

await bringUpToDate();
