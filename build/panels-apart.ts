import type { Plugin } from 'vite';

/**
 * Pages are told what labs there are, and need nothing of what a lab draws. Without this, every page would load the
 * styles of every lab, which come with the lab when it is started.
 */
export const panelsApart = (): Plugin => ({
  name: 'trickle:panels-apart',
  enforce: 'pre',
  transform(code, id) {
    if (this.environment.name === 'client' || !/\/src\/labs\/[^/]+\/lab\.ts$/.test(id)) return undefined;
    return { code: withoutPanel(code), map: null };
  },
});

/** What mounts a lab is never called where pages are made. */
export const withoutPanel = (code: string) =>
  code.replace(/^import \{ (\w+) \} from '\.\/panel\.tsx';$/m, 'const $1 = () => () => {};');
