import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { diagrams, drawingOf, fingerprint } from './diagrams.ts';

test.each(diagrams().map((diagram) => [basename(diagram), diagram]))('%s is drawn as it is written', (_, diagram) => {
  const drawing = existsSync(drawingOf(diagram)) ? readFileSync(drawingOf(diagram), 'utf8') : '';
  const drawnFrom = /data-drawn-from="(\w+)"/.exec(drawing)?.[1];
  expect(drawnFrom, 'The drawing is stale. Run: npm run diagrams').toBe(fingerprint(readFileSync(diagram, 'utf8')));
});

test.each(diagrams().map((diagram) => [basename(diagram), diagram]))(
  '%s can be heard as well as seen',
  (_, diagram) => {
    const drawing = readFileSync(drawingOf(diagram), 'utf8');
    expect(drawing).toMatch(/^<svg [^>]*role="img"[^>]*aria-describedby="[^>]*aria-labelledby="/);
    expect(drawing).toMatch(/<title[^>]*>[^<]{10,}<\/title>/);
    expect(drawing).toMatch(/<desc[^>]*>[^<]{40,}<\/desc>/);
  },
);
