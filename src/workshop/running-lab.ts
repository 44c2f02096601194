import type { LabHost } from '../labs/lab-host.ts';

/** The lab that runs on this page: told now, and whenever another runs or none does. */
export function watchRunningLab(see: (host: LabHost | undefined) => void, leaving: AbortSignal) {
  const look = () => see(document.querySelector<LabHost>('lab-host[data-state="running"]') ?? undefined);
  const observer = new MutationObserver(look);
  for (const host of document.querySelectorAll('lab-host'))
    observer.observe(host, { attributes: true, attributeFilter: ['data-state'] });
  leaving.addEventListener('abort', () => observer.disconnect());
  look();
}
