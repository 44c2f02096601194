import { keptKeys, readKept, writeKept } from './kept.ts';
import { recollect } from './memory.ts';

export async function act(section: Element, part: string) {
  const say = (word: string) => {
    section.querySelector('[data-part="word"]')!.textContent = word;
  };

  if (part === 'save') {
    const kept = Object.fromEntries(keptKeys.map((key) => [key, recollect<object>(key)]));
    const url = URL.createObjectURL(new Blob([writeKept(kept, new Date())], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: url, download: 'trickle-progress.json' }).click();
    URL.revokeObjectURL(url);
    say('Saved as trickle-progress.json.');
  }

  if (part === 'bring') {
    const input = section.querySelector<HTMLInputElement>('input[type=file]')!;
    input.onchange = async () => {
      const file = input.files?.[0];
      // The same file can be chosen again.
      if (file) say(await bringBack(await file.text()));
      input.value = '';
    };
    input.click();
  }

  if (part === 'forget' && confirm('Forget which lessons you worked through, and all your answers?')) {
    for (const key of keptKeys) localStorage.removeItem(key);
    location.reload();
  }
}

async function bringBack(text: string) {
  const found = readKept(text);
  if ('problem' in found) return found.problem;
  try {
    for (const [key, value] of Object.entries(found.kept))
      localStorage.setItem(key, JSON.stringify({ ...recollect(key), ...value }));
  } catch {
    return 'This browser keeps nothing for this page: a private window, or its storage is full.';
  }
  location.reload();
  return '';
}
