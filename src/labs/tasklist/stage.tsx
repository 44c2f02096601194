import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { captionOf, otherOf, titleOf } from './faces.ts';
import { statusOf } from './progress.ts';
import './stage.css';
import { EmptyChair, ServerRack, Somebody } from './seats.tsx';
import { holdsLines } from './server-holds.ts';
import type { Side } from './step.ts';

/** Two faces and the server between them. */
export function Stage({ desk }: { desk: Desk }) {
  const { holds, health } = desk.shown.value;
  const lines = holdsLines(holds);
  const connected = health.connection.alice === 'connected' || health.connection.bob === 'connected';
  return (
    <div class="stage-of-two" data-connected={connected}>
      <Person desk={desk} who="alice" />
      <Wire there={holds.present.includes('alice')} />
      <section class="server" aria-label="The server" data-here={lines.length > 0}>
        <b class="title">
          <ServerRack />
          {desk.through.value === 'page' ? 'A room in this page' : 'The server'}
        </b>
        {lines.length === 0 ? (
          <p>knows of nobody yet</p>
        ) : (
          <dl>
            {lines.map(([field, value]) => (
              <div key={field} data-known={value !== '–' && value !== '0'}>
                <dt>{field}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <Wire there={holds.present.includes('bob')} />
      <Person desk={desk} who="bob" />
      <p class="direct" aria-hidden={!connected}>
        {connected ? 'from browser to browser' : ''}
      </p>
    </div>
  );
}

const Wire = ({ there }: { there: boolean }) => <span class="wire" data-there={there} aria-hidden="true" />;

function Person({ desk, who }: { desk: Desk; who: Side }) {
  const other = otherOf[who];
  const { calls } = desk.attempt.value;
  const { faces, progress } = desk.shown.value;
  void desk.entries.value;
  const [own, received] = [calls[who]?.stream, calls[other]?.shown];
  const isHere = who === 'alice' || statusOf(progress, { key: '10' }) !== 'ahead';
  // A picture of whom the other sees is empty until its first frame.
  const isSeen = received !== undefined && faces.seen.includes(who);
  const isOwn = own !== undefined && !isSeen && faces.has.includes(who);
  const caption = captionOf(faces, who, isHere, calls[other] !== undefined);
  const label = `${titleOf[who]}, ${caption}`;
  return (
    <section class="person" data-who={who} data-here={isHere} aria-label={titleOf[who]}>
      <div class="face">
        {own && <Face desk={desk} stream={own} isShown={isOwn} label={label} />}
        {received && <Face desk={desk} stream={received} seenBy={other} isShown={isSeen} label={label} />}
        {!isOwn && !isSeen && (isHere ? <Somebody /> : <EmptyChair />)}
      </div>
      <b class="title">{titleOf[who]}</b>
      <p>{caption}</p>
    </section>
  );
}

type FaceProps = { desk: Desk; stream: MediaStream; seenBy?: Side; isShown: boolean; label: string };

/** Hidden, and there all the same, before its first frame and while one looks back: that frame comes once. */
function Face({ desk, stream, seenBy, isShown, label }: FaceProps) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = video.current!;
    element.srcObject = stream;
    if (!seenBy) return;
    const { trace } = desk.context;
    const { signal } = desk.attempt.peek();
    const shown = element.requestVideoFrameCallback(() => {
      if (!signal.aborted) trace.append({ who: seenBy, what: 'note', name: 'first frame' });
    });
    return () => element.cancelVideoFrameCallback(shown);
  }, [stream, seenBy]);
  return (
    <video
      ref={video}
      autoplay
      playsInline
      muted
      tabIndex={-1}
      data-hidden={!isShown}
      aria-hidden={!isShown}
      aria-label={label}
    />
  );
}
