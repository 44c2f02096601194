import { abilitiesOf } from './abilities.ts';

const verdict = document.querySelector('[data-part="verdict"]')!;
const secure = isSecureContext;
verdict.textContent = secure
  ? 'This page is a secure context: here everything works.'
  : 'This page came over plain HTTP: connections and synthetic pictures work, cameras and microphones don’t.';
verdict.parentElement!.dataset.secure = String(secure);

for (const { code, here } of abilitiesOf(window as never)) {
  const row = document.querySelector<HTMLElement>(`[data-ability="${code}"]`)!;
  row.dataset.here = String(here);
  row.querySelector('[data-part="here"]')!.textContent = here ? 'yes' : 'no';
}
