import { expect, test } from 'vitest';
import { createGuard } from './guard.ts';

test('a loop may turn as often as it likes, if it lets the page breathe in between', () => {
  let clock = 0;
  let breathe = () => {};
  const turn = createGuard(
    () => clock,
    (then) => {
      breathe = then;
    },
  );
  for (let round = 0; round < 10; round++) {
    turn(7);
    clock += 1_500;
    turn(7);
    breathe();
  }
  turn(7);
  clock += 2_001;
  expect(() => turn(7)).toThrow('2 seconds without a pause');
  expect(() => turn(9)).toThrow(expect.objectContaining({ line: 9 }));
});
