import type { Desk } from './desk.ts';
import './paused.css';

/** It is said once, and once more to whoever tries. */
export const Paused = ({ desk: { pausing } }: { desk: Desk }) => (
  <div role="status" class="paused">
    {pausing.isOn.value && (
      <p class="row">
        {pausing.isTried.value
          ? 'Not now: your instructor has paused the labs. This works again when they go on.'
          : 'Your instructor has paused the labs. What runs goes on, and you can look back.'}
      </p>
    )}
  </div>
);
