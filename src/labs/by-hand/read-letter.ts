import { readDescription } from '../../sdp/description.ts';
import { faultsOf } from '../../sdp/faults.ts';
import { candidatesOf, type Letter } from './letter.ts';

/** A letter that can be used, one that can but is doubtful, or the reason why none was found. */
export type Reading = { letter: Letter; doubt?: string } | { refused: string };

type Wanted = { type: Letter['type']; now: Date; answering?: string | undefined };

/** Reads whatever somebody pasted: a letter, one that was printed in a console, a bare SDP, or none of these. */
export function readLetter(pasted: string, { type, now, answering }: Wanted): Reading {
  const letter = parse(pasted.trim(), type);
  if ('refused' in letter) return letter;
  if (letter.type !== type) return { refused: wrongType[letter.type] };
  const { sdp } = letter;
  if (!sdp.endsWith('\n')) return { refused: `The description breaks off after “${sdp.slice(-30)}”. ${copyAll}` };
  if (!/^a=fingerprint:/m.test(sdp))
    return { refused: `It names no key (a=fingerprint), so no browser would take it. ${copyAll}` };
  const [fault] = faultsOf(readDescription(sdp));
  if (fault) return { refused: `${fault.line ? `Line ${fault.line} of it: ` : ''}${fault.what} ${copyAll}` };
  if (letter.answers !== undefined && answering !== undefined && letter.answers !== answering)
    return {
      refused:
        'This answers another offer. Since then a new one was written: carry that one to Bob, and his new answer back.',
    };
  if (candidatesOf(sdp) === 0)
    return {
      letter,
      doubt: 'It holds no address: it was copied before the first candidate had come. Fetch it once more.',
    };
  const age = letter.written === undefined ? 0 : now.getTime() - Date.parse(letter.written);
  if (age > staleMs)
    return { letter, doubt: `It was written ${ago(age)}. It is good only if the page that wrote it is still open.` };
  return { letter };
}

const staleMs = 10 * 60_000;

const copyAll = 'Something of it was not copied: copy all of it.';

const wrongType = {
  offer: 'This is an offer, and here an answer is due. Carry the offer to Bob: what he writes then belongs here.',
  answer: 'This is an answer, and here an offer is due. It belongs where the offer came from.',
};

function parse(text: string, wanted: Letter['type']): Letter | { refused: string } {
  if (text === '') return { refused: `Nothing stands here yet. Paste the ${wanted}.` };
  // Not every program wraps it: the two types are told apart by who may choose to begin.
  if (text.startsWith('v=0')) return { type: text.includes('a=setup:actpass') ? 'offer' : 'answer', sdp: lines(text) };
  const json = text.replace(/^(['"`])(\{.*\})\1$/s, '$2');
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    if (!json.startsWith('{'))
      return { refused: `This is no description: one begins with {"type":"${wanted}", or with v=0.` };
    return { refused: `It breaks off after ${json.length} characters, or a part in the middle is missing. ${copyAll}` };
  }
  const { type, sdp, candidate, written, answers } = Object(found) as Record<string, unknown>;
  if (typeof candidate === 'string')
    return {
      refused: `This is a single candidate. Here the whole description is carried, once all candidates stand in it.`,
    };
  if ((type !== 'offer' && type !== 'answer') || typeof sdp !== 'string')
    return {
      refused: `It has no type that says offer or answer, or no sdp: this is not what localDescription looks like.`,
    };
  return {
    type,
    sdp,
    ...(typeof written === 'string' && { written }),
    ...(typeof answers === 'string' && { answers }),
  };
}

/** SDP ends each line with both characters, and a text field keeps one. */
const lines = (text: string) => `${text.split(/\r?\n/).join('\r\n')}\r\n`;

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function ago(ms: number) {
  const [unit, size] = units.find(([, size]) => ms >= size) ?? units[2];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-Math.floor(ms / size), unit);
}
