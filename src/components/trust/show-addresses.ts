import { askHere, type Told } from '../../carriers/here.ts';

const status = document.querySelector('[data-part="where"]')!;
const list = document.querySelector('[data-part="addresses"]')!;
const template = document.querySelector<HTMLTemplateElement>('#address')!;
const authority = document.querySelector<HTMLElement>('[data-part="authority"]')!;

const here = await askHere();
status.replaceChildren(...saying(here));
if (here?.addresses.length)
  list.append(
    ...here.addresses
      .flatMap(({ http, https }) => [https, http])
      .filter((url) => url !== undefined)
      .map(addressOf),
  );
if (here?.authority) {
  authority.hidden = false;
  authority.querySelector('[data-part="name"]')!.textContent = here.authority.name;
  authority.querySelector('[data-part="fingerprint"]')!.textContent = here.authority.fingerprint;
}

function saying(here: Told | undefined): (string | Node)[] {
  if (!here) return ['This copy of the site has no server of its own behind it, so it can’t name its addresses.'];
  if (!here.lan) {
    const command = document.createElement('code');
    command.className = 'command';
    command.textContent = 'npm start -- --lan';
    return ['Trickle serves this machine alone. To let others in, stop it, and start it with ', command];
  }
  if (!here.addresses.length) return ['This machine is in no network just now.'];
  return ['Other devices on this network find this page at:'];
}

function addressOf(url: string) {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const link = item.querySelector('a')!;
  link.href = link.textContent = url;
  item.querySelector('[data-part="kind"]')!.textContent = url.startsWith('https:')
    ? 'with cameras; asks about the certificate'
    : 'without cameras; asks nothing';
  const details = item.querySelector('details')!;
  const name = document.createElement('span');
  name.className = 'only-spoken';
  name.textContent = ` for ${url}`;
  item.querySelector('summary')!.append(name);
  details.addEventListener('toggle', async () => {
    const frame = details.querySelector('div')!;
    if (!details.open || frame.childElementCount) return;
    const { drawQr } = await import('./draw-qr.ts');
    frame.append(drawQr(url));
  });
  return item;
}
