import { askHere } from '../carriers/here.ts';
import { newId } from '../carriers/new-id.ts';
import { readInvitation } from './addresses.ts';
import { forget, keep, kept } from './kept.ts';

// The door of /join/: a code or a link, and a name of one's choosing.

const form = document.querySelector<HTMLFormElement>('[data-join]')!;
const status = document.querySelector('[data-part="joining"]')!;
const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;

function read() {
  const { code, invitation } = readInvitation(location.hash);
  if (code) field('code').value = code;
  return { code, invitation };
}

async function join(word: string) {
  const link = read();
  const code = field('code').value.trim();
  const invitation = code === link.code ? link.invitation : undefined;
  const before = kept('seat');
  // Who asks again, because the answer was lost, is still the same.
  const ticket = before?.code === code && before.token === undefined ? before.ticket : newId() + newId();
  const seat = { code, ticket, invitation, name: field('name').value.trim(), led: 0, ...(word && { word }) };
  if (!keep('seat', seat))
    return say('This browser remembers nothing for pages, and a seat is something to remember. Try another window.');
  say('Joining …');
  const [{ openMember }, { mountBar }] = await Promise.all([import('./member.ts'), import('./bar.tsx')]);
  const member = openMember(seat);
  const stop = member.waits.subscribe((sentence) => sentence && say(`${sentence} Still trying.`));
  const isIn = await member.isIn;
  stop();
  if (!isIn) return say(member.over.value);
  mountBar(member);
  welcome();
}

/** Whoever has a seat goes on, or leaves it first: the bar can do that. */
function welcome() {
  form.hidden = true;
  part('seated').hidden = false;
  part('name').textContent = kept('seat')?.name ?? '';
  say('');
  part('seated').focus();
}

const say = (sentence: string) => {
  status.textContent = sentence;
  // Where a phone's keyboard has half of the window.
  if (sentence) status.scrollIntoView({ block: 'nearest' });
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void join(form.dataset.by === 'word' ? field('word').value.trim() : '');
});
// Until then Enter would have sent code and name in an address.
form.querySelector<HTMLButtonElement>('[type="submit"]')!.disabled = false;
part('by-word').addEventListener('click', () => {
  const byWord = form.dataset.by !== 'word';
  form.dataset.by = byWord ? 'word' : 'name';
  part('for-name').hidden = byWord;
  part('for-word').hidden = !byWord;
  field('name').required = !byWord;
  field('word').required = byWord;
  part('by-word').textContent = byWord ? 'I have no seat yet' : 'I have a seat on another device';
  field(byWord ? 'word' : 'name').focus();
});
part('another').addEventListener('click', () => {
  part('seated').hidden = true;
  form.hidden = false;
  field('code').focus();
});
addEventListener('hashchange', read);

const { code } = read();
const seat = kept('seat');
if (seat && seat.token === undefined) forget('seat');
else if (seat && (code === '' || code === seat.code)) welcome();
if (!(await askHere())) {
  form.hidden = true;
  say('This copy of the site has no server behind it, and a workshop needs one. Ask your instructor for the address.');
}
