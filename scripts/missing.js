/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} LockFile
 */

/**
 * What the lock file asks for and npm has not put in place. Optional packages are npm's to choose, by the machine.
 * @param {LockFile} lock what package-lock.json says
 * @param {LockFile | undefined} installed what npm wrote into node_modules when it was done, if it ever was
 * @param {{ dev: boolean }} wanted
 */
export function missing(lock, installed, { dev }) {
  return Object.entries(lock.packages)
    .filter(([path, { optional, devOptional }]) => path !== '' && !optional && !devOptional)
    .filter(([path, { dev: forDevelopers, version }]) => {
      return (dev || !forDevelopers) && installed?.packages[path]?.version !== version;
    })
    .map(([path]) => path);
}

/**
 * Whether somebody has installed what developers need: then they keep it, whatever else is renewed.
 * @param {LockFile | undefined} installed
 */
export const hasDevelopersPackages = (installed) => Object.values(installed?.packages ?? {}).some(({ dev }) => dev);
