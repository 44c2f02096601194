import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  own: RefObject<HTMLVideoElement | null>;
  bobs: RefObject<HTMLVideoElement | null>;
  live: boolean;
  switches: Signal<number>;
};

/** What Alice's camera shows, and what of it arrives. */
export function Faces({ own, bobs, live, switches }: Props) {
  const longest = useLongestPause(bobs, switches);
  return (
    <div class="faces">
      <figure class="alice">
        <div class="face">
          <video ref={own} muted playsInline tabIndex={-1} hidden={!live} aria-label="Alice, as her camera sees her" />
          {!live && <p>Nobody has asked yet.</p>}
        </div>
        <figcaption>Alice</figcaption>
      </figure>
      <figure class="bob">
        <div class="face">
          <video ref={bobs} muted playsInline tabIndex={-1} hidden={!live} aria-label="What Bob sees" />
          {!live && <p>Nothing to see.</p>}
        </div>
        <figcaption>
          What Bob gets
          {switches.value > 0 && `. Since the change, his longest wait for a picture: ${longest.value} ms`}
        </figcaption>
      </figure>
    </div>
  );
}

/** How long somebody waited between two pictures, at most, since a change of camera began: the change itself counts. */
function useLongestPause(video: RefObject<HTMLVideoElement | null>, switches: Signal<number>) {
  const longest = useSignal(0);
  const before = useRef<number | undefined>(undefined);
  const since = switches.value;
  useEffect(() => {
    const element = video.current!;
    longest.value = 0;
    const look = (now: number) => {
      if (before.current !== undefined) longest.value = Math.max(longest.peek(), Math.round(now - before.current));
      before.current = now;
      next = element.requestVideoFrameCallback(look);
    };
    let next = element.requestVideoFrameCallback(look);
    return () => element.cancelVideoFrameCallback(next);
  }, [video, longest, since]);
  return longest;
}
