import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';

/** Parts of the house. A lab is `src/labs/<name>`; what labs share is `src/labs` itself. */
type Part = string;

const ground = ['protocol', 'src/trace', 'src/sdp'];
const middle = ['src/views', 'src/carriers', 'src/media', 'src/editor'];
const frame = ['src/layouts', 'src/components', 'src/styles'];
const upper = ['src/labs', 'src/labs/*', 'src/replay', 'src/watch', 'src/workshop', 'src/content'];
const page = [...upper, ...frame, ...middle, ...ground];

/** Who may import from whom, besides from themselves: docs/architecture.md as a table. */
const allowed: Record<Part, readonly Part[]> = {
  protocol: [],
  'src/trace': ['protocol'],
  'src/sdp': ['protocol'],
  'src/views': [...middle, ...ground],
  'src/carriers': [...middle, ...ground],
  'src/media': [...middle, ...ground],
  'src/editor': [...middle, ...ground],
  server: ['protocol'],
  'src/labs/*': ['src/labs', 'src/styles', ...middle, ...ground],
  'src/labs': ['src/labs/*', ...frame, ...middle, ...ground],
  'src/replay': [...middle, ...ground],
  'src/watch': [...middle, ...ground],
  'src/workshop': page,
  'src/content': page,
  'src/layouts': page,
  'src/components': page,
  'src/styles': frame,
  'src/pages': page,
};

/** What is wrong with what a file imports: one sentence each. `aliases` are the "imports" of package.json. */
export function refusals(path: string, text: string, aliases: Record<string, string> = {}): string[] {
  const from = partOf(path);
  if (!allowed[kindOf(from)]) return [];
  return importsOf(path, text)
    .filter((imported) => !isText(imported))
    .flatMap((imported) => refuse(path, from, imported, aliases));
}

/** Which files of this house it imports. */
export const targets = (path: string, text: string, aliases: Record<string, string> = {}): string[] =>
  importsOf(path, text)
    .filter((imported) => imported !== undefined && !isText(imported))
    .map((imported) => resolve(path, imported!, aliases))
    .filter((target) => target !== undefined);

/** A file that is read as text is quoted, not imported. */
const isText = (imported: Import) => /\?(.*&)?raw\b/.test(imported ?? '');

function refuse(path: string, from: Part, imported: Import, aliases: Record<string, string>): string[] {
  if (imported === undefined) return [`${path} imports something whose name cannot be read here.`];
  const target = resolve(path, imported, aliases);
  if (target === undefined || target === 'package.json') return [];
  const to = partOf(target);
  if (from === to || allowed[kindOf(from)]!.includes(kindOf(to)) || (isTest(path) && to === 'tests')) return [];
  return [`${path} imports ${target}: ${from} must not know ${to}.`];
}

/** A test may use what belongs to tests, and apart from that keeps to the floor that it stands on. */
const isTest = (path: string) => /\.(test|e2e|fixture)\.tsx?$/.test(path);

const house = /^\/(src|server|protocol|build|scripts|tests|bench)\//;

/** The file that is meant, from the root of the house; undefined for a package, and for what only a build makes. */
function resolve(path: string, imported: string, aliases: Record<string, string>): string | undefined {
  const plain = imported.replace(/^!/, '').replace(/\?.*$/, '');
  if (plain.startsWith('.')) return posix.join(posix.dirname(path), plain);
  if (plain.startsWith('/')) return house.test(plain) ? plain.slice(1) : undefined;
  for (const [alias, target] of Object.entries(aliases)) {
    const [before, after] = alias.split('*');
    if (after === undefined ? plain === alias : plain.startsWith(before!) && plain.endsWith(after)) {
      const star = plain.slice(before!.length, after === undefined ? undefined : plain.length - after.length);
      return posix.normalize(target.replace('*', star));
    }
  }
  return undefined;
}

function partOf(path: string): Part {
  const [first, second, third, ...rest] = path.split('/');
  if (first !== 'src') return first!;
  if (second === 'labs' && rest.length > 0) return `src/labs/${third}`;
  return third === undefined ? 'src' : `src/${second}`;
}

/** All labs are alike, and no two of them are the same part. */
const kindOf = (part: Part) => part.replace(/^src\/labs\/.+$/, 'src/labs/*');
