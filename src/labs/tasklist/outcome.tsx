import type { Desk } from './desk.ts';
import { Ending } from './ending.tsx';
import { Trouble } from './trouble.tsx';

/** What has become of it: nothing, before the first step. */
export function Outcome({ desk }: { desk: Desk }) {
  return (
    <>
      <Trouble desk={desk} />
      <Ending desk={desk} />
    </>
  );
}
