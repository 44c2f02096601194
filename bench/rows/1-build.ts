import { root } from '../../scripts/root.js';
import { bringUpToDate } from '../../scripts/site/build.ts';
import { forgetBuild } from '../../scripts/site/record.ts';
import { type Rows, seconds } from '../row.ts';

export const rows: Rows = async function* () {
  await forgetBuild(root);
  const began = performance.now();
  if ((await bringUpToDate()) !== 0) throw new Error('the site could not be built');
  yield ['Build of the whole site', seconds(performance.now() - began)];
};
