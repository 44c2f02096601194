import { exchange } from '../../protocol/exchange.ts';
import type { Input, Room, Step } from '../../protocol/room.ts';
import type { Numbered } from '../log/memory.ts';

type Happened = Numbered<Input>;
export type Limits = { ofOne: number; inputs: number; characters: number };
export type History = ReturnType<typeof openHistory>;

/**
 * What lately happened, for those who will want to watch. Only inputs are kept: what was told because of them is found
 * out again by folding them once more, from the room as it was before the first that is still known.
 */
export function openHistory({ ofOne, inputs: ofAll, characters: charactersOfAll }: Limits) {
  let [inputs, characters] = [0, 0];

  return function begin(opened: Room) {
    let base = opened;
    let kept: Happened[] = [];

    /** Some at a time, so that it is worth its while. */
    function forget(count: number) {
      for (const input of kept.slice(0, count)) {
        base = exchange(base, input).state;
        inputs -= 1;
        characters -= sizeOf(input);
      }
      kept = kept.slice(count);
    }

    return {
      add(input: Happened) {
        kept.push(input);
        inputs += 1;
        characters += sizeOf(input);
        // Where the house is full, the room in which something happens makes the place for it.
        if (kept.length > ofOne || inputs > ofAll || characters > charactersOfAll) forget(Math.ceil(kept.length / 2));
      },
      steps(): { input: Happened; tell: Step['tell'] }[] {
        let room = base;
        return kept.map((input) => {
          const { state, tell } = exchange(room, input);
          room = state;
          return { input, tell };
        });
      },
      close: () => forget(kept.length),
    };
  };
}

const sizeOf = (input: Input) => 300 + ('description' in input ? input.description.sdp.length : 0);
