import { codes } from '../../labs/secure/abilities.ts';
import { look } from '../../labs/secure/secure.ts';

const verdict = document.querySelector('[data-part="verdict"]')!;
verdict.textContent = isSecureContext
  ? 'This page is a secure context: here everything works.'
  : 'This page came over plain HTTP: connections and synthetic pictures work, cameras and microphones don’t.';
verdict.parentElement!.dataset.secure = String(isSecureContext);

const findings = look();
for (const code of codes) {
  const row = document.querySelector<HTMLElement>(`[data-ability="${code}"]`)!;
  row.dataset.here = String(findings[code]);
  row.querySelector('[data-part="here"]')!.textContent = findings[code] ? 'yes' : 'no';
}
