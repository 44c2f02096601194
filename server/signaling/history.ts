import { exchange } from '../../protocol/exchange.ts';
import type { Input, Room, Step } from '../../protocol/room.ts';
import type { Numbered } from '../log/memory.ts';

/** What came, and who was told what because of it. */
export type Happened = { input: Numbered<Input>; tell: Step['tell'] };
export type Limits = { ofOne: number; inputs: number; characters: number };
export type History = ReturnType<typeof openHistory>;
export type Past = ReturnType<History>;

/**
 * What lately happened, for those who will want to watch. Only inputs are kept: what was told because of them is found
 * out again by folding them once more, from the room as it was before the first that is still known.
 */
export function openHistory({ ofOne, inputs: ofAll, characters: charactersOfAll }: Limits) {
  let [inputs, characters] = [0, 0];

  return function begin(opened: Room) {
    let base = opened;
    let kept: Numbered<Input>[] = [];

    function letGo(some: readonly Numbered<Input>[]) {
      inputs -= some.length;
      for (const input of some) characters -= sizeOf(input);
    }

    /** Some at a time, so that it is worth its while. */
    function forget(count: number) {
      const gone = kept.slice(0, count);
      for (const input of gone) base = exchange(base, input).state;
      letGo(gone);
      kept = kept.slice(count);
    }

    return {
      /** Says whether there was no place for it without forgetting. */
      add(input: Numbered<Input>): boolean {
        kept.push(input);
        inputs += 1;
        characters += sizeOf(input);
        // Where the house is full, the room in which something happens makes the place for it.
        if (kept.length <= ofOne && inputs <= ofAll && characters <= charactersOfAll) return false;
        forget(Math.ceil(kept.length / 2));
        return true;
      },
      steps(): Happened[] {
        let room = base;
        return kept.map((input) => {
          const { state, tell } = exchange(room, input);
          room = state;
          return { input, tell };
        });
      },
      /** Nobody will ask again, so nothing has to be folded. */
      close() {
        letGo(kept);
        kept = [];
      },
    };
  };
}

const sizeOf = (input: Input) => 300 + ('description' in input ? input.description.sdp.length : 0);
