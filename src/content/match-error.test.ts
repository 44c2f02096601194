import { describe, expect, test } from 'vitest';
import { errorGroups } from './errors.ts';
import { matchError, type Verdict, type Wording } from './match-error.ts';

const errors = errorGroups.flatMap(({ errors }) => errors);
const wordings: Wording[] = errors.flatMap(({ slug, says }) =>
  [says.chromium, says.firefox].flatMap((says) => (says === null ? [] : { slug, says })),
);
const match = (pasted: string) => matchError(pasted, wordings);
const slugsOf = (verdict: Verdict) => ('slugs' in verdict ? verdict.slugs : []);

describe.each(wordings)('“$says”', ({ slug, says }) => {
  const said = says.replaceAll('…', 'whatever');

  test.each([
    ['as it is', said],
    ['as Chromium’s console has it', `Uncaught (in promise) ${said}\n    at answer (client.js:12:30)`],
    ['in quotation marks of another keyboard', said.replaceAll("'", '’').replaceAll('"', '“')],
    ['broken in two by a mail', said.replace(' ', '\n   ')],
  ])('%s is known', (_, pasted) => {
    const verdict = match(pasted);
    expect(verdict.kind).toBe('known');
    expect(slugsOf(verdict)).toContain(slug);
  });
});

const without = (name: RegExp) => wordings.filter(({ says }) => name.test(says));

test('without its name, as Firefox’s console has it, a message is known all the same', () => {
  for (const { slug, says } of without(/^\w+Error: /)) {
    const said = says.replace(/^\w+Error: /, '').replaceAll('…', 'stable');
    expect(slugsOf(match(`Uncaught (in promise) DOMException: ${said}`)), says).toContain(slug);
  }
});

test.each([
  ['Called in wrong state: stable', ['answer-not-due', 'offer-over-theirs']],
  ['The remote description was null', ['candidate-too-early']],
  ["reading 'getUserMedia'", ['no-media-devices']],
  ['TypeError: Failed to execute ‘addTrack’', ['stream-for-track']],
])('a part of a message, “%s”, is known', (pasted, slugs) => {
  const verdict = match(pasted);
  expect(verdict.kind).toBe('known');
  expect(slugsOf(verdict)).toEqual(expect.arrayContaining(slugs));
});

test('what lacks its beginning is the one wording that goes on as it does', () => {
  const cut = 'Failed to parse SessionDescription. m=audio 9 Expects at least 4 fields.';
  expect(match(cut)).toEqual({ kind: 'known', slugs: ['line-too-short'] });
});

test('of two errors in the same words, both are told, unless the name tells them apart', () => {
  expect(slugsOf(match('NotFoundError: The object can not be found here.'))).toEqual(['no-camera', 'no-such-speaker']);
  expect(
    slugsOf(
      match(
        "DOMException: Failed to execute 'createOffer' on 'RTCPeerConnection': The RTCPeerConnection's signalingState is 'closed'.",
      ),
    ),
  ).toEqual(['after-close']);
});

test('the words of another version are called alike, and no more', () => {
  const verdict = match(
    'OperationError: Failed to set remote answer sdp, called in a wrong state: STATE_INPROGRESS on setRemoteDescription, failed to execute RTCPeerConnection',
  );
  expect(verdict).toEqual({ kind: 'alike', slugs: ['answer-not-due', 'answer-over-theirs'] });
});

test('of a message whose name alone is known, that is said', () => {
  expect(match('AbortError: Starting the coffee machine failed')).toEqual({
    kind: 'named',
    name: 'AbortError',
    slugs: ['play-interrupted'],
  });
});

test.each(['Segmentation fault', 'ReferenceError: peer is not defined', 'Port 47010 is taken', 'Error'])(
  'of what is not in the table, “%s”, nothing is claimed',
  (pasted) => {
    expect(match(pasted)).toEqual({ kind: 'unknown' });
  },
);

test.each(['', '  \n', 'a'])('%j is nothing yet', (pasted) => {
  expect(match(pasted)).toEqual({ kind: 'nothing' });
});
