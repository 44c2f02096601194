import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

type Props = {
  own: RefObject<HTMLVideoElement | null>;
  bobs: RefObject<HTMLVideoElement | null>;
  shared: boolean;
  bobHears: Signal<string | undefined>;
};

/** What Alice shares, and what has come of it to Bob. */
export function Faces({ own, bobs, shared, bobHears }: Props) {
  const frames = useFrames(bobs);
  const seen = bobHears.value === 'shared';
  return (
    <div class="faces">
      <figure class="alice">
        <div class="face">
          <video ref={own} muted playsInline tabIndex={-1} hidden={!shared} aria-label="What you share" />
          {!shared && <p>Nothing shared.</p>}
        </div>
        <figcaption>Alice, who shares</figcaption>
      </figure>
      <figure class="bob">
        <div class="face">
          <video ref={bobs} muted playsInline tabIndex={-1} hidden={!seen} aria-label="What Bob sees" />
          {!seen && <p>{bobHears.value ? 'Alice has said that it is over.' : 'Nothing yet.'}</p>}
        </div>
        <figcaption>
          Bob, <output aria-label="Frames that Bob has got">{frames.value}</output> frames so far
        </figcaption>
      </figure>
    </div>
  );
}

/** How many pictures a video has shown. */
function useFrames(video: RefObject<HTMLVideoElement | null>) {
  const frames = useSignal(0);
  useEffect(() => {
    const element = video.current!;
    let next = 0;
    const count = () => {
      frames.value++;
      next = element.requestVideoFrameCallback(count);
    };
    next = element.requestVideoFrameCallback(count);
    return () => element.cancelVideoFrameCallback(next);
  }, [frames, video]);
  return frames;
}
