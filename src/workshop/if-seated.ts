/** The bar is for whoever has a seat, as theme.js has seen before the first paint; nobody else loads it. */
export {};

if ('seat' in document.documentElement.dataset) import('./bar.tsx').then(({ mountBar }) => mountBar());
