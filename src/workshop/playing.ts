import { signal } from '@preact/signals';
import { io } from 'socket.io-client';
import type { DeskView } from '../../protocol/messages.ts';

export type Playing = ReturnType<typeof openPlaying>;

/**
 * Plays the server of a pair's room: what the two say waits on this page until it is passed on. Only for as long as the
 * connection lasts, and nobody has let everything go on: else the server passes on by itself.
 */
export function openPlaying(room: string, leaving: AbortSignal) {
  /** What waits, the oldest first; undefined while nothing is held. */
  const desk = signal<DeskView | undefined>(undefined);
  const isHolding = signal(true);
  const socket = io({
    auth: { room, keep: true },
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4_000,
  });
  socket.on('desk', (told: DeskView) => {
    desk.value = told;
  });
  socket.on('disconnect', () => {
    desk.value = undefined;
  });
  leaving.addEventListener('abort', () => socket.close());

  return {
    desk,
    isHolding,
    /** Everything up to this one. */
    passOn: (upTo: number) => void socket.emit('passOn', { upTo }, () => {}),
    hold(on: boolean) {
      isHolding.value = on;
      if (on) socket.connect();
      else socket.disconnect();
    },
  };
}
