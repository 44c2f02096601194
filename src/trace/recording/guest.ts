let working = false;

/**
 * Lets the recorder work without the page's noticing: what it does itself is not recorded, and its trouble ends here,
 * be it that the page has used up the stack.
 */
export function asGuest<Result>(work: () => Result, inTrouble?: (error: unknown) => void): Result | undefined {
  if (working) return undefined;
  working = true;
  try {
    return work();
  } catch (error) {
    try {
      inTrouble?.(error);
    } catch {}
    return undefined;
  } finally {
    working = false;
  }
}
