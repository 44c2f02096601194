/** Opens the search by its button, by a slash and by Ctrl+K; what searches is loaded then, and not before. */
export {};

const openSearch = async () => (await import('./search-dialog.ts')).openSearch();

document.querySelector('[data-part="search"]')!.addEventListener('click', openSearch);
addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const writing =
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');
  const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !writing;
  if (slash || (key.toLowerCase() === 'k' && (ctrlKey || metaKey))) {
    event.preventDefault();
    openSearch();
  }
});
