import type { Carrier } from './carrier.ts';
import { keepWatching } from './keep-watching.ts';
import type { Transport } from './line.ts';
import { takeSeat } from './seat.ts';

/** Every carrier is a transport, and the same patience on top of it. */
export const carrierOver = ({ dial, watch }: Transport): Carrier => ({
  join: (introduction, signal) => takeSeat(dial, introduction, signal),
  watch: (place, see, signal, become) => keepWatching(watch, place, see, signal, become),
});
