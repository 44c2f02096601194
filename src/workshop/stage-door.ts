import { askHere } from '../carriers/here.ts';

const root = document.querySelector<HTMLElement>('[data-stage]')!;
const pass = location.hash.slice(1);

if (pass && (await askHere())) (await import('./stage.tsx')).mount(root, pass);
else if (pass)
  root.textContent =
    'This copy of the site has no server behind it, and a workshop needs one: npm start -- --lan, in a clone of Trickle.';
