import { existsSync, symlinkSync } from 'node:fs';
import { run } from '../run.js';

/** Whether we may install packages: on Debian and its like, as root. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

export async function installByApt(packages: readonly string[]) {
  if (packages.length === 0) return;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (packages.includes('coturn')) mask('coturn.service');
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], { env, keep: true });
}

/** Tests start a server themselves, for a moment: nobody who runs them asked for one that starts with their machine. */
function mask(service: string) {
  const unit = `/etc/systemd/system/${service}`;
  if (existsSync('/etc/systemd/system') && !existsSync(unit)) symlinkSync('/dev/null', unit);
}
