import { useLayoutEffect, useRef } from 'preact/hooks';

/** A picture that has been through the connection. */
export function Face({ stream, label }: { stream: MediaStream; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    video.current!.srcObject = stream;
  }, [stream]);
  return <video ref={video} autoplay playsInline muted tabIndex={-1} aria-label={label} />;
}
