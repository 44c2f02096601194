import { useLayoutEffect, useRef } from 'preact/hooks';
import { CopyText } from '../../views/copy-text.tsx';
import { PicturesOfSeveral } from '../../views/pictures/of-several.tsx';
import type { Faces } from '../../views/sequence/lane-heads.tsx';
import type { Attempt } from './attempt.ts';
import type { Desk } from './desk.ts';
import { otherOf } from './faces.ts';
import { momentText } from './text.ts';

const seats = ['alice', 'server', 'bob'];

/** As the other one sees them, or else as they see themselves. */
function facesOf(calls: Attempt['calls']): Faces {
  const streams = (['alice', 'bob'] as const).map(
    (who) => [who, calls[otherOf[who]]?.shown ?? calls[who]?.stream] as const,
  );
  return Object.fromEntries(streams.flatMap(([who, stream]) => (stream ? [[who, <Thumbnail stream={stream} />]] : [])));
}

function Thumbnail({ stream }: { stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    video.current!.srcObject = stream;
  }, [stream]);
  return <video ref={video} autoplay playsInline muted tabIndex={-1} aria-hidden="true" />;
}

/** Every picture of this attempt, and the scrubber that looks back. */
export function Inspector({ desk }: { desk: Desk }) {
  const { attempt, shown } = desk;
  const { episode, order, here, calls } = attempt.value;
  return (
    <div class="inspector">
      <PicturesOfSeveral
        key={attempt.value.id}
        trace={episode}
        growing
        here={here}
        seats={seats}
        faces={facesOf(calls)}
        onMoment={(moment) => (desk.moment.value = moment)}
        onPick={({ line }) => line && desk.context.light(line)}
      />
      <CopyText what="this moment" lines={() => momentText(order, here, shown.value)} />
    </div>
  );
}
