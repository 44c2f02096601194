/** The page's address says which room; a room with a password asks for it. What draws it is fetched afterwards. */
const form = document.querySelector<HTMLFormElement>('[data-watch]')!;
const stage = document.querySelector<HTMLElement>('[data-stage]')!;
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;

for (const place of document.querySelectorAll('[data-part="origin"]')) place.textContent = location.origin;

let leave = new AbortController();

async function watch(room: string, password: string) {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const { mount } = await import('./watch.tsx');
  // Somebody may have asked for another room while this was fetched.
  if (!signal.aborted) mount(stage, { room, password }, signal);
}

/** The password of the lobby stands in the course; others are for those who know them. */
const passwordOf = (room: string, typed: string) => typed || (room === 'lobby' ? 'x' : '');

const roomInAddress = () => new URLSearchParams(location.search).get('room')?.trim().slice(0, 64) || 'lobby';

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const room = field('room').value.trim() || 'lobby';
  history.pushState(null, '', room === 'lobby' ? location.pathname : `?${new URLSearchParams({ room })}`);
  void watch(room, passwordOf(room, field('password').value));
});

function followAddress() {
  const room = roomInAddress();
  field('room').value = room;
  void watch(room, passwordOf(room, field('password').value));
}
addEventListener('popstate', followAddress);
followAddress();

export {};
