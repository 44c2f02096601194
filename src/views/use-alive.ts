import { useLayoutEffect, useState } from 'preact/hooks';

/** Whether anybody is behind a picture. One that was drawn when the site was built answers no key and no press. */
export function useAlive(): boolean {
  const [isAlive, setAlive] = useState(false);
  useLayoutEffect(() => setAlive(true), []);
  return isAlive;
}
