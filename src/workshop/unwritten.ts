const drawer = 'trickle:recovery';

/** A recovery code that nobody has written down yet: this tab keeps it, for its page may be loaded anew by mistake. */
export function keepUnwritten(code: string, recovery: string) {
  try {
    sessionStorage.setItem(drawer, `${code} ${recovery}`);
  } catch {
    // It is shown this once.
  }
}

/** Of this workshop, and of none before it. */
export function unwritten(code: string): string | undefined {
  try {
    const [of, recovery] = sessionStorage.getItem(drawer)?.split(' ') ?? [];
    return of === code ? recovery : undefined;
  } catch {
    return undefined;
  }
}

export function forgetUnwritten() {
  try {
    sessionStorage.removeItem(drawer);
  } catch {
    // Nothing was kept either.
  }
}
