import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorGroups } from '../src/content/errors.ts';
import { glossary } from '../src/content/glossary.ts';
import { titleOf } from '../src/labs/errors/provocations.ts';
import type { Lab } from '../src/labs/lab.ts';

/** What is to be found by itself, and not as a line somewhere on a long page. What `page` it is of is shown above it. */
export type SearchRecord = { url: string; content: string; meta: { title: string; page: string; name?: string } };

const terms = glossary.map(({ slug, term, means }) => ({
  url: `/glossary/#${slug}`,
  content: `${term}. ${means}`,
  meta: { title: term, page: 'Glossary' },
}));

const inSomeState = /\b(state:?|signalingState:|answer in|description in) …/;
const states = 'stable have-local-offer have-remote-offer have-local-pranswer have-remote-pranswer';

/** As it is read: what stands in the index is shown where it is found. */
const plain = (text: string) => text.replaceAll('`', '');

const errors = errorGroups.flatMap(({ errors }) =>
  errors.map(({ slug, says, cause, remedy }) => {
    const said = [says.chromium, says.firefox].filter((each) => each !== null).join(' · ');
    return {
      url: `/errors/#${slug}`,
      // With the words that a console writes around it, and those that stand in the gaps: what is pasted is found.
      content: `${said} ${plain(cause)} ${plain(remedy)} Uncaught (in promise) DOMException ${inSomeState.test(said) ? states : ''}`,
      // Words of a title count for more than others, and “candidate” is a term before it is a part of some error.
      meta: { title: 'Errors', page: 'Errors', name: titleOf(slug) },
    };
  }),
);

async function labs(): Promise<SearchRecord[]> {
  const folder = join(import.meta.dirname, '../src/labs');
  const names = globSync('*/lab.ts', { cwd: folder }).map((file) => file.split(/[\\/]/)[0]!);
  return Promise.all(
    names.map(async (name) => {
      const { lab }: { lab: Lab } = await import(pathToFileURL(join(folder, name, 'lab.ts')).href);
      return {
        url: `/labs/${name}/`,
        content: `${lab.title} lab. ${lab.about}`,
        meta: { title: lab.title, page: 'Labs' },
      };
    }),
  );
}

export const searchRecords = async (): Promise<SearchRecord[]> => [...terms, ...errors, ...(await labs())];
