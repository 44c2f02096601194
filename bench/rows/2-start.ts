import { freshCopy } from '../fresh-copy.ts';
import { type Rows, seconds } from '../row.ts';
import { start } from '../start.ts';

export const rows: Rows = async function* () {
  const { folder, remove } = await freshCopy();
  try {
    yield ['npm start to first page, fresh copy (npm from its cache)', await firstPage(folder)];
    yield ['npm start to first page, installed and built', await firstPage(folder)];
  } finally {
    await remove();
  }
};

async function firstPage(folder: string) {
  const house = await start(folder);
  await house.stop();
  return seconds(house.firstPageMs);
}
