// Before the first paint, so that nothing flashes: the one script of this site that a page waits for.
try {
  const { dataset } = document.documentElement;
  const theme = localStorage.getItem('trickle:theme');
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  if (localStorage.getItem('trickle:seat')) dataset.seat = '';
} catch {
  // No storage: the colours of the system.
}
