/**
 * A clock that is looked at once in a turn of the event loop, however often it is asked: whatever came together has one
 * time, and a message does not cost three looks.
 */
export function turnClock(now: () => number = Date.now) {
  let at: number | undefined;
  const over = () => {
    at = undefined;
  };
  return () => {
    if (at !== undefined) return at;
    setImmediate(over);
    at = now();
    return at;
  };
}
