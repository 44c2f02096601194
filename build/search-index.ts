import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { searchRecords } from './search-records.ts';

// Pagefind brings search dialogs of its own; ours needs what finds, not what shows.
const dialogs = /-ui\.|component|highlight|playground/;

/** Makes `/pagefind/` of the pages that say `data-pagefind-body`, and of terms, errors and labs, each by itself. */
export async function indexForSearch(folder: string) {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  const added = await index.addDirectory({ path: folder });
  const records = await Promise.all(
    (await searchRecords()).map((record) => index.addCustomRecord({ ...record, language: 'en' })),
  );
  const made = await index.getFiles();
  const failures = [...added.errors, ...records.flatMap(({ errors }) => errors), ...made.errors];
  if (failures.length > 0) throw new Error(`The search index could not be made: ${failures.join(' ')}`);
  for (const { path, content } of made.files.filter(({ path }) => !dialogs.test(path))) {
    const file = join(folder, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await close();
}
