import type { APIRoute } from 'astro';
import { isEditable, withoutMarks } from '../../labs/editable.ts';

const sources = import.meta.glob<string>('/src/labs/*/**/*.ts', { query: '?raw', import: 'default', eager: true });

/** The whole file of which a lesson quotes a few lines: what an editor begins with. */
export const getStaticPaths = () =>
  Object.entries(sources)
    .map(([path, source]) => ({ file: path.slice(1), source }))
    .filter(({ file }) => isEditable(file, (path) => sources[`/${path}`]))
    .map(({ file, source }) => ({ params: { file: `${file}.txt` }, props: { source } }));

export const GET: APIRoute = ({ props }) => new Response(withoutMarks(props.source as string));
