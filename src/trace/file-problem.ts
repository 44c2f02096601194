import type { OtherKind } from './file-kind.ts';

/** Why a file could not be opened as a trace. */
export type FileProblem =
  | { reason: 'too-large'; bytes: number; largest: number }
  | { reason: 'gone'; said: string }
  | { reason: 'other-kind'; kind: OtherKind }
  | { reason: 'too-new'; found: number; version: number }
  | ({ reason: 'damaged' } & Damage)
  | { reason: 'cut'; before: number };

/** `where` is the member that is wrong; without one the line is no JSON at all. `before` it so many entries are sound. */
export type Damage = { line: number; where?: string | undefined; before: number };

/** What happened and what to do about it, in one sentence or two. */
export function explainProblem(problem: FileProblem): string {
  switch (problem.reason) {
    case 'too-large':
      return `This file has ${megabytes(problem.bytes)} MB, and a trace may have ${megabytes(problem.largest)}. Record a shorter stretch of the call.`;
    case 'gone':
      return `The browser could not read this file (${problem.said}). Has it been moved or deleted? Choose it again.`;
    case 'other-kind':
      return explainKind(problem.kind);
    case 'too-new':
      return `This trace is of version ${problem.found}, and this Trickle reads up to ${problem.version}. Update Trickle, or open the trace where it was recorded.`;
    case 'damaged':
      return `Line ${problem.line} is damaged: ${explainWhere(problem.where)}. Export the trace again${orOpen(problem.before)}.`;
    case 'cut':
      return `This file ends in the middle of a line: it was cut off. Copy or download it again${orOpen(problem.before)}.`;
  }
}

const orOpen = (before: number) =>
  before > 0 ? `, or open ${before === 1 ? 'the one entry' : `the ${before} entries`} before that` : '';

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);

function explainWhere(where: string | undefined) {
  if (where === undefined) return 'it is not JSON';
  if (where === '') return 'it is no entry of a trace';
  return where === 'id'
    ? 'its id is missing, or was there before'
    : `its “${where}” is missing, or not what it should be`;
}

function explainKind(kind: OtherKind) {
  switch (kind) {
    case 'nothing':
      return 'There is nothing in it. Export the trace again, or choose another file.';
    case 'webrtc-internals':
      return 'This is a dump of chrome://webrtc-internals and no trace. Record the call with Trickle and export that.';
    case 'html':
      return 'This is a web page and no trace. Choose the file that Export gave you; its name ends in .jsonl.';
    case 'binary':
      return 'This is no text, so it is no trace. If it is packed, unpack it first; a trace’s name ends in .jsonl.';
    case 'json':
      return 'This is JSON, but no trace: the first line of a trace begins with {"trickle":1. Choose another file.';
    case 'text':
      return 'This is text, but no trace. Choose the file that Export gave you; its name ends in .jsonl.';
  }
}
