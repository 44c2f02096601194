import { bytesOf, isRecord, size } from './size.ts';

/** What a body is about, in a few words: 'offer, 2 sections, 4.1 KB'. Empty where there is nothing to say. */
export const gist = (body: unknown): string => shorten(tell(body, told), 90);

/** The same for something that is only handed on: 'offer'. */
export const brief = (body: unknown): string => shorten(tell(body, named), 40);

/** What went wrong, to the end of the browser's words; without its beginning, where Chromium repeats what was called. */
export const complaint = (body: unknown): string =>
  tell(body, told).replace(/Failed to execute '[^']*' on '[^']*': (?=.)/, '');

type Words = {
  description(type: string, body: Record<string, unknown>): string;
  candidate(line: string): string;
  stream(body: Record<string, unknown>): string;
  /** Anything else that has properties. */
  record(body: Record<string, unknown>): string;
};

const told: Words = {
  description: (type, body) => {
    const sections = typeof body.sdp === 'string' ? (body.sdp.match(/^m=/gm)?.length ?? 0) : 0;
    return sections ? `${type}, ${count(sections, 'section')}, ${size(bytesOf(body)!)}` : type;
  },
  candidate: candidateGist,
  stream: ({ tracks }) => tell(tracks, told),
  record: (body) => {
    if (isReport(body)) return count(Object.keys(body).length, 'statistic');
    const inner = Object.values(body).map((value) => (isRecord(value) ? known(value, told) : undefined));
    return inner.find((words) => words !== undefined) ?? Object.keys(body).join(', ');
  },
};

const named: Words = {
  description: (type) => type,
  candidate: (line) => (line ? 'candidate' : 'the end of candidates'),
  stream: ({ on }) => (typeof on === 'string' ? on : 'stream'),
  record: (body) => Object.keys(body).join(', '),
};

/** What getStats() answers: one record for each thing that is counted, each with its own time. */
const isReport = (body: Record<string, unknown>) =>
  Object.values(body).length > 0 && Object.values(body).every((value) => isRecord(value) && 'timestamp' in value);

function tell(body: unknown, words: Words): string {
  if (body === undefined) return '';
  if (Array.isArray(body)) return body.map((value) => tell(value, words)).join(', ');
  if (typeof body === 'string') return `“${body}”`;
  if (!isRecord(body)) return String(body);
  return known(body, words) ?? words.record(given(body));
}

/** The things of WebRTC that have a name of their own. */
function known(body: Record<string, unknown>, words: Words): string | undefined {
  const { type, candidate, tracks, track, kind, on, bytes, preview, name, message, notCopied } = body;
  if (type === 'offer' || type === 'answer' || type === 'pranswer' || type === 'rollback') {
    return words.description(type, body);
  }
  if (typeof candidate === 'string') return words.candidate(candidate);
  if (Array.isArray(tracks)) return words.stream(body);
  if (track && typeof kind === 'string') return kind;
  if (typeof on === 'string') return on;
  if (typeof bytes === 'number') return `${preview === undefined ? '' : `“${preview}” `}${size(bytes)}`;
  if (typeof name === 'string' && typeof message === 'string') return message ? `${name}: ${message}` : name;
  if (typeof notCopied === 'string') return notCopied;
  return undefined;
}

/** `{ audio: true, video: false }` asks for audio. */
const given = (body: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== false && value !== undefined));

// RFC 8839 §5.1: foundation, component, transport, priority, address, port, 'typ', type.
function candidateGist(line: string): string {
  const [, , transport, , address, port, , type] = line.replace(/^candidate:/, '').split(' ');
  if (!type) return 'no more candidates';
  return `${type} ${transport!.toLowerCase()} ${address!.includes(':') ? `[${address}]` : address}:${port}`;
}

export const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`;

const shorten = (text: string, most: number) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};
