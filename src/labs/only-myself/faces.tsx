import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Name } from './run.ts';

export const nameOf = { alice: 'Alice', bob: 'Bob' };

type Props = { who: Name; mine: MediaStream | undefined; theirs: MediaStream | undefined; said: readonly string[] };

/** A page as the one who sits before it sees it: the other one large, themselves small. */
export function PageOf({ who, mine, theirs, said }: Props) {
  const other = nameOf[who === 'alice' ? 'bob' : 'alice'];
  return (
    <section class="page" data-who={who} aria-label={`${nameOf[who]}’s page`}>
      <h3>{`${nameOf[who]}’s page`}</h3>
      <div class="screen">
        <Picture stream={theirs} label={`Where ${other} should be`} />
        <Picture stream={mine} label={`${nameOf[who]}, small`} />
      </div>
      {said.map((line) => (
        <samp key={line}>{line}</samp>
      ))}
    </section>
  );
}

function Picture({ stream, label }: { stream: MediaStream | undefined; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    video.current!.srcObject = stream ?? null;
  }, [stream]);
  return <video ref={video} autoplay playsInline muted tabIndex={-1} aria-label={label} />;
}
