const button = document.querySelector<HTMLButtonElement>('[data-part="search"]')!;

const open = async () => (await import('./search-dialog.ts')).openSearch();

button.addEventListener('click', open);
addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const writing = target instanceof HTMLElement && target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');
  const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !writing;
  if (slash || (key === 'k' && (ctrlKey || metaKey))) {
    event.preventDefault();
    open();
  }
});
