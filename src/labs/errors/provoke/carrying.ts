import type { Provoke } from '../place.ts';

/** Errors of what carries signaling. */
export const carrying = {
  'socket-without-scheme'() {
    // #region socket-without-scheme
    new WebSocket('localhost:8181');
    // #endregion socket-without-scheme
  },

  'socket-still-connecting'() {
    const address = `${location.origin.replace('http', 'ws')}/ws/errors?name=alice`;
    // #region socket-still-connecting
    const socket = new WebSocket(address);
    try {
      socket.send('hello');
    } finally {
      socket.onopen = () => socket.close();
    }
    // #endregion socket-still-connecting
  },
} satisfies Record<string, Provoke>;
