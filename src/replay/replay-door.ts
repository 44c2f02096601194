/** The door of the replay page: a file dropped, chosen or pasted, or an example. What reads it is fetched only then. */
const door = document.querySelector<HTMLElement>('[data-replay]')!;
const stage = document.querySelector<HTMLElement>('[data-stage]')!;

async function show(what: Blob | string, name: string) {
  const { mount, open } = await import('./replay.tsx');
  mount(stage);
  await open(what, name);
  // Preact draws in the next moment: what is said of a file, or shown of it, stands below the door.
  requestAnimationFrame(() => stage.scrollIntoView());
}

door.querySelector('input')!.addEventListener('change', ({ currentTarget }) => {
  const input = currentTarget as HTMLInputElement;
  const [file] = input.files ?? [];
  if (file) show(file, file.name);
  // So that the same file, mended, can be chosen once more.
  input.value = '';
});

addEventListener('dragover', (event) => {
  event.preventDefault();
  door.dataset.over = '';
});
addEventListener('dragleave', ({ relatedTarget }) => {
  if (!relatedTarget) delete door.dataset.over;
});
addEventListener('drop', (event) => {
  event.preventDefault();
  delete door.dataset.over;
  const [file] = event.dataTransfer?.files ?? [];
  if (file) show(file, file.name);
});

addEventListener('paste', ({ clipboardData, target }) => {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
  const [file] = clipboardData?.files ?? [];
  const text = clipboardData?.getData('text/plain');
  if (file) show(file, file.name);
  else if (text) show(text, 'What you pasted');
});

for (const link of door.querySelectorAll<HTMLAnchorElement>('a[data-example]')) {
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    const response = await fetch(link.href);
    await show(await response.blob(), link.textContent!.trim());
  });
}
