import type { Surface } from './display-options.ts';

const desk = '#3d5a6c';
const paper = '#fbfaf6';
const ink = '#16181b';
const bar = '#d9d4c7';

/** A screen, a window or a tab that nobody owns, with a clock in it, so that a frozen picture is seen at a glance. */
export function paintScreen(canvas: HTMLCanvasElement, { displaySurface, name }: Surface, time: Date) {
  const pen = canvas.getContext('2d')!;
  const { width, height } = canvas;
  const words = { name, time: time.toISOString().slice(11, 23) };
  if (displaySurface !== 'monitor') return paintWindow(pen, { x: 0, y: 0, width, height }, displaySurface, words);
  pen.fillStyle = desk;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = ink;
  pen.fillRect(0, height * 0.95, width, height * 0.05);
  const part = { width: width * 0.42, height: height * 0.56 };
  paintWindow(pen, { x: width * 0.05, y: height * 0.09, ...part }, 'window', words);
  paintWindow(pen, { x: width * 0.52, y: height * 0.27, ...part }, 'browser', words);
  return undefined;
}

type Box = { x: number; y: number; width: number; height: number };
type Words = { name: string; time: string };

function paintWindow(
  pen: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  kind: 'window' | 'browser',
  words: Words,
) {
  const unit = height / 16;
  pen.fillStyle = paper;
  pen.fillRect(x, y, width, height);
  pen.fillStyle = bar;
  pen.fillRect(x, y, width, unit * (kind === 'browser' ? 2.6 : 1.4));
  pen.fillStyle = paper;
  if (kind === 'browser') pen.fillRect(x + unit, y + unit * 1.5, width - unit * 2, unit * 0.8);
  pen.fillStyle = ink;
  for (const dot of [0, 1, 2]) pen.fillRect(x + width - unit * (1.2 + dot), y + unit * 0.45, unit * 0.5, unit * 0.5);
  // Lines of a text that nobody has to read.
  pen.fillStyle = bar;
  for (let line = 0; line < 5; line++) {
    pen.fillRect(
      x + unit * 2,
      y + unit * (8.6 + line * 1.3),
      (width - unit * 4) * (0.95 - (line % 3) * 0.16),
      unit * 0.5,
    );
  }
  pen.fillStyle = ink;
  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'left';
  pen.font = `700 ${unit * 1.7}px system-ui, sans-serif`;
  pen.fillText(words.name, x + unit * 2, y + unit * 5.4);
  pen.font = `${unit * 1.1}px ui-monospace, monospace`;
  pen.fillText(words.time, x + unit * 2, y + unit * 7.3);
}
