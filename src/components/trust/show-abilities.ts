import { look } from '../../labs/secure/look.ts';

const verdict = document.querySelector('[data-part="verdict"]')!;
verdict.textContent = isSecureContext
  ? 'This page is a secure context: here everything works.'
  : 'This page came over plain HTTP: connections and synthetic pictures work, cameras and microphones don’t.';
verdict.parentElement!.dataset.secure = String(isSecureContext);

for (const [code, here] of Object.entries(look())) {
  const row = document.querySelector<HTMLElement>(`[data-ability="${code}"]`)!;
  row.dataset.here = String(here);
  row.querySelector('[data-part="here"]')!.textContent = here ? 'yes' : 'no';
}
