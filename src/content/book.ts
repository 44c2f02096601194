import { type CollectionEntry, getCollection } from 'astro:content';
import { parts } from './parts.ts';

export type Lesson = {
  /** 'media/get-user-media' */
  id: string;
  url: string;
  entry: CollectionEntry<'lessons'>;
};
export type Part = { slug: string; title: string; lessons: Lesson[] };

/** The lessons that exist, in their order, in the parts that have any. */
export async function readBook(): Promise<Part[]> {
  const lessons = (await getCollection('lessons')).map((entry) => ({
    id: entry.id,
    url: `/lessons/${entry.id}/`,
    entry,
  }));
  const slugs = parts.map(({ slug }): string => slug);
  const lost = lessons.find(({ id }) => !slugs.includes(partOf(id)));
  if (lost) throw new Error(`The lesson ${lost.id} belongs to no part. Parts are: ${slugs.join(', ')} (parts.ts).`);
  return parts
    .map(({ slug, title }) => ({ slug, title, lessons: inOrder(lessons.filter(({ id }) => partOf(id) === slug)) }))
    .filter((part) => part.lessons.length > 0);
}

const partOf = (id: string) => id.split('/')[0]!;

function inOrder(lessons: Lesson[]): Lesson[] {
  const sorted = lessons.toSorted((a, b) => a.entry.data.order - b.entry.data.order);
  const twin = sorted.find(({ entry }, index) => sorted[index + 1]?.entry.data.order === entry.data.order);
  if (twin) throw new Error(`${twin.id}: another lesson of its part has the same order, ${twin.entry.data.order}.`);
  return sorted;
}
