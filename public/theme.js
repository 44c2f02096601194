// Before the first paint, so that nothing flashes: the one script of this site that a page waits for.
try {
  const theme = localStorage.getItem('trickle:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage: the colours of the system.
}
