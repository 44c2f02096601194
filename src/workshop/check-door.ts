import { askHere } from '../carriers/here.ts';

/** What looks around comes once it is known that there is a server to be reached. */
const root = document.querySelector<HTMLElement>('[data-check]')!;

if (await askHere()) (await import('./check/check.tsx')).mount(root, location.hash.slice(1));
else
  root.textContent =
    'This copy of the site has no server behind it, and what is checked here is the way to one: npm start -- --lan, in a clone of Trickle.';
addEventListener('hashchange', () => location.reload());
