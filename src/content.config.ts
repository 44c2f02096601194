import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessonFrontMatter } from './content/front-matter.ts';

export const collections = {
  lessons: defineCollection({
    loader: glob({ base: './src/content/lessons', pattern: '**/*.mdx' }),
    schema: lessonFrontMatter,
  }),
};
