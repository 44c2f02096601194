import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { statusOf } from './progress.ts';
import './stage.css';
import { EmptyChair, ServerRack, Somebody } from './seats.tsx';
import { holdsLines } from './server-holds.ts';
import type { Side } from './step.ts';

const nameOf = { alice: 'Alice', bob: 'Bob' };

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
        <ServerRack />
        <h3>{desk.through.value === 'page' ? 'A room in this page' : 'The server'}</h3>
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
  const other: Side = who === 'alice' ? 'bob' : 'alice';
  const { calls } = desk.attempt.value;
  void desk.entries.value;
  const received = calls[other]?.shown;
  const stream = received ?? calls[who]?.stream;
  const isHere = who === 'alice' || statusOf(desk.shown.value.progress, { key: '10' }) !== 'ahead';
  return (
    <section class="person" data-who={who} data-here={isHere} aria-label={nameOf[who]}>
      <div class="face">
        {stream ? (
          <Face desk={desk} stream={stream} seenBy={received ? other : undefined} who={who} />
        ) : isHere ? (
          <Somebody />
        ) : (
          <EmptyChair />
        )}
      </div>
      <h3>{nameOf[who]}</h3>
      <p>
        {received
          ? `as ${nameOf[other]} sees ${who === 'alice' ? 'her' : 'him'}`
          : stream
            ? 'seen by nobody else'
            : isHere
              ? 'no picture yet'
              : 'not here yet'}
      </p>
    </section>
  );
}

type FaceProps = { desk: Desk; stream: MediaStream; seenBy: Side | undefined; who: Side };

function Face({ desk, stream, seenBy, who }: FaceProps) {
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
      aria-label={
        seenBy ? `${nameOf[who]}, as ${nameOf[seenBy]} sees them` : `${nameOf[who]}, before anybody else sees them`
      }
    />
  );
}
