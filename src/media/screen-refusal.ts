import { explainRefusal, type Refusal } from './refusal.ts';

type Words = Pick<Refusal, 'meaning' | 'remedy'>;

const words: Record<string, Words> = {
  NotAllowedError: {
    meaning: 'Whoever was asked picked nothing, or the browser itself may not see the screen.',
    remedy:
      'Share again and pick something. If there was nothing to pick, allow the browser to record the screen in the privacy settings of your system.',
  },
  InvalidStateError: {
    meaning: 'Nobody had pressed anything just before: the question must follow from a click or a key.',
    remedy: 'Call getDisplayMedia in the click’s own handler, before anything else is awaited for long.',
  },
  NotFoundError: {
    meaning: 'There is nothing to share: this browser has no screen, no window and no tab to offer.',
    remedy: 'Does it run without a display? Otherwise choose the synthetic source.',
  },
  NotReadableError: {
    meaning: 'Something was picked, and the system would not let it be seen.',
    remedy: 'Allow the browser to record the screen in the privacy settings of your system, or pick something else.',
  },
  TypeError: {
    meaning:
      'A screen cannot be asked for in this way: exact, min and advanced are not allowed, and a picture is a must.',
    remedy: 'Say what you would like with ideal and max, and ask for video.',
  },
};

const unavailable: Words = {
  meaning:
    'This browser has no getDisplayMedia. No browser on a phone has it, nor has a page that came over plain HTTP.',
  remedy: 'Share from a computer, over HTTPS or on localhost. Here, choose the synthetic source.',
};

type Circumstances = {
  /** Whether there was anything to ask. */
  available: boolean;
  /** Whether the document asked may share at all; undefined where the browser won't say. */
  permitted?: boolean | undefined;
};

/** Why no screen is shared, in plain words, and what to do about it. */
export function explainScreenRefusal(error: unknown, { available, permitted }: Circumstances): Refusal {
  const { name, message } = error as Error;
  const told = { name, said: message };
  if (!available) return { ...told, ...unavailable };
  if (name === 'NotAllowedError' && permitted === false) {
    return {
      ...told,
      meaning: 'This document may not share a screen, whatever its reader says: a permissions policy forbids it.',
      remedy: 'Is it a frame? Give the iframe allow="display-capture".',
    };
  }
  return words[name] ? { ...told, ...words[name] } : explainRefusal(error, { devices: available });
}
