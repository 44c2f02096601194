import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Locked = Partial<Record<'dependencies' | 'optionalDependencies', Record<string, string>>>;

const lock = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
const { packages } = JSON.parse(lock) as { packages: Record<string, Locked> };

/** Whether a package that lies at `path` finds another one: beside it, or in any folder above. */
function finds(path: string, name: string): boolean {
  if (`${path && `${path}/`}node_modules/${name}` in packages) return true;
  return path !== '' && finds(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

// npm leaves out what the registry would not give it at that moment, and then `npm ci` refuses the file everywhere.
test('the lock file knows what every platform needs', () => {
  const absent = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !finds(path, name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(absent).toEqual([]);
});
