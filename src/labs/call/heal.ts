type Watched = EventTarget & { readonly connectionState: RTCPeerConnectionState };

/** `disconnected` often heals by itself within a second or two. */
const firstMs = 1_500;
/** One restart may meet a network that is still away. */
const againMs = 4_000;

/** Asks for an ICE restart when a connection falls silent, and again until it is back. */
export function heal(peer: Watched, restart: () => void, signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const again = () => {
    timer = setTimeout(again, againMs);
    restart();
  };
  signal.addEventListener('abort', stop);
  peer.addEventListener(
    'connectionstatechange',
    () => {
      const { connectionState: state } = peer;
      if (state === 'connected' || state === 'closed') stop();
      else if (state === 'disconnected' || state === 'failed') timer ??= setTimeout(again, firstMs);
    },
    { signal },
  );
}
