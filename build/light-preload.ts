import type { Plugin } from 'vite';

const helper = '\0vite/preload-helper.js';

/**
 * What Vite wraps around every `import()` weighs a third of what a page may spend on scripts, most of it for preloading
 * that we don't do. Ours only sees to it that a chunk's styles are there before the chunk runs.
 */
export function lightPreload(): Plugin {
  let base = '/';
  return {
    name: 'trickle:light-preload',
    enforce: 'pre',
    apply: 'build',
    // The names of scripts that nobody preloads would only make a page heavier; styles are always named.
    config: () => ({ build: { modulePreload: { resolveDependencies: () => [] } } }),
    configResolved(config) {
      base = config.base;
    },
    load: (id) =>
      id === helper ? `${source}\nexport const __vitePreload = preloadFrom(${JSON.stringify(base)});` : undefined,
  };
}

const source = `
function preloadFrom(base) {
  const styles = {};
  const styled = (url) => (styles[url] ??= new Promise((ready) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = base + url;
    link.onload = link.onerror = ready;
    document.head.append(link);
  }));
  return async (load, urls = []) => {
    await Promise.all(urls.filter((url) => url.endsWith('.css')).map(styled));
    return load();
  };
}`;
