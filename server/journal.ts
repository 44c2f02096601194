import { pino } from 'pino';
import type { Input, Step } from '../protocol/room.ts';

/** What the server writes down for whoever runs it. */
export type Journal = {
  /** What somebody did in a room, and what came of it. */
  happened(room: string, input: Input, tell: Step['tell']): void;
  /** What whoever runs this should see to. */
  trouble(sentence: string): void;
  /** A mistake of ours that ended nothing. */
  mistake(cause: unknown): void;
};

/** For those who read nothing: only our mistakes are told. */
export const noJournal: Journal = { happened() {}, trouble() {}, mistake: (cause) => console.error(cause) };

export type Style = {
  /** A line of text for a person, instead of one of JSON for a program. */
  isForPeople: boolean;
  /** Descriptions and candidates too, which hold addresses. */
  details: boolean;
};

const words = {
  joined: 'came',
  seatResumed: 'came back',
  watched: 'watches',
  keeperCame: 'plays the server',
  passedOn: 'passed on',
  keeperWent: 'plays the server no more',
  offered: 'offered',
  answered: 'answered',
  collected: 'asked for candidates',
  candidateFound: 'found a candidate',
  offerWithdrawn: 'withdrew an offer',
  hungUp: 'hung up',
  left: 'left',
  connectionLost: 'lost the connection',
  graceOver: 'did not come back',
  misread: 'said something that could not be read',
} as const satisfies Record<Input['what'], string>;

// Ten for each call, and of interest only where something goes wrong.
const isNoise = ({ what }: Input) => what === 'candidateFound' || what === 'collected' || what === 'passedOn';

const toStdout = (line: string) => process.stdout.write(line);

/** One line for each event that is worth one. */
export function openJournal({ isForPeople, details }: Style, write: (line: string) => unknown = toStdout) {
  const options = { base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  const log = pino(options, { write: isForPeople ? (line) => write(inWords(line)) : write });

  return {
    happened(room, input, [answer]) {
      if (!answer || !('re' in answer)) return;
      const { to, reply } = answer;
      if (reply.ok && isNoise(input) && !details) return;
      const { seat, name } = to;
      const facts = { room, seat, name, ...about(input), ...(details && { details: withoutLock(input) }) };
      if (reply.ok) log.info(facts, words[input.what]);
      else log.warn({ ...facts, refused: reply.refusal.reason }, words[input.what]);
    },
    trouble: (sentence) => log.warn(sentence),
    mistake: (cause) => log.error({ err: cause }, 'A message of a client led to a mistake of ours.'),
  } satisfies Journal;
}

const about = (input: Input) => ('offer' in input && input.offer !== undefined ? { offer: input.offer } : {});

/** Not even the digest of a password is written down. */
const withoutLock = (input: Input) => ({ ...input, lock: undefined });

type Line = { time: string; msg: string } & Partial<Record<'room' | 'name' | 'offer' | 'refused', string>> & {
    details?: object;
    err?: { stack: string };
  };

function inWords(line: string): string {
  const { time, msg, room, name, offer, refused, details, err } = JSON.parse(line) as Line;
  const clock = new Date(time).toLocaleTimeString('en-GB');
  const said = [
    room && `[${room}]`,
    name || (room && 'somebody'),
    msg,
    offer && `(${offer})`,
    refused && `– ${refused}`,
  ];
  // A room may be called anything, and a terminal obeys what it is shown.
  const shown = [clock, ...said.filter(Boolean)].join(' ').replace(/\p{C}/gu, '');
  return `${[shown, details && JSON.stringify(details), err?.stack].filter(Boolean).join('\n')}\n`;
}
