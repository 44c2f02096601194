const checkEveryMs = 250;

/**
 * Takes the end of npm for our own. npm hands SIGTERM to the shell in which it started us; the shell dies of it without
 * a word, and we would go on for ever with nobody to stop us.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, checkEveryMs);
  timer.unref();
}
