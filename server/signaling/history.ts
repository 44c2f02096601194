import type { Input, Told } from '../../protocol/room.ts';
import type { Numbered } from '../log/memory.ts';

/** One input and what was told because of it. */
export type Past = { input: Numbered<Input>; tell: readonly Told[] };

export type History = ReturnType<typeof openHistory>;

/**
 * What lately happened in the whole house, for those who will want to watch. Each life of a room has a key of its own:
 * whoever opens a room of the same name later sees nothing of it.
 */
export function openHistory({ steps, characters }: { steps: number; characters: number }) {
  let pasts: (Past & { of: symbol; size: number })[] = [];
  let size = 0;

  return {
    add(of: symbol, past: Past) {
      const added = sizeOf(past);
      pasts.push({ ...past, of, size: added });
      size += added;
      while (pasts.length > steps || size > characters) forgetSome();
    },
    of: (room: symbol): Past[] => pasts.filter(({ of }) => of === room),
  };

  /** Some at a time, so that it is worth its while. */
  function forgetSome() {
    const gone = Math.ceil(pasts.length / 8);
    for (const past of pasts.slice(0, gone)) size -= past.size;
    pasts = pasts.slice(gone);
  }
}

const sizeOf = ({ input, tell }: Past) =>
  200 * (1 + tell.length) + ('description' in input ? input.description.sdp.length : 0);
