import { askHere } from '../carriers/here.ts';

/** What draws the console comes once it is known that there is a server for it. */
const root = document.querySelector<HTMLElement>('[data-console]')!;

if (await askHere()) (await import('./console.tsx')).mount(root);
else
  root.textContent =
    'This copy of the site has no server behind it, and a workshop needs one: npm start -- --lan, in a clone of Trickle.';
