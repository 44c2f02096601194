import { useEffect, useState } from 'preact/hooks';
import type { Countdown as Told } from '../../protocol/workshop/state.ts';
import { clockText } from './words.ts';

/** The time that is left, by the server's clock. */
export function Countdown({ countdown: { endsAt, title }, now }: { countdown: Told; now(): number }) {
  const [leftMs, setLeft] = useState(endsAt - now());
  useEffect(() => {
    const look = () => setLeft(endsAt - now());
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [endsAt, now]);
  return (
    <p class="countdown" role="timer">
      {title && `${title} `}
      <b>{leftMs > 0 ? clockText(leftMs) : 'Time is up'}</b>
    </p>
  );
}
