export type Refusal = {
  /** The error's own name, by which code tells refusals apart. */
  name: string;
  /** What the browser said, word for word. */
  said: string;
  meaning: string;
  remedy: string;
};

type Circumstances = {
  /** Whether there were any devices to ask: a page that is no secure context has none. */
  devices: boolean;
  /** Whether the document asked may use the device at all; undefined where the browser won't say. */
  permitted?: boolean | undefined;
};

/** Why a device was refused, in plain words, and what to do about it. */
export function explainRefusal(error: unknown, { devices, permitted }: Circumstances): Refusal {
  const { name, message, constraint } = error as Error & { constraint?: string };
  return { name, said: message, ...explain(name, constraint, devices, permitted) };
}

/** The same as somebody would say it, where a lab has one line for whatever it says. */
export function sayRefusal(error: unknown, circumstances: Circumstances): string {
  const { name, meaning, remedy } = explainRefusal(error, circumstances);
  return `${name}. ${meaning} ${remedy}`;
}

function explain(name: string, constraint: string | undefined, devices: boolean, permitted: boolean | undefined) {
  switch (name) {
    case 'NotAllowedError':
      return permitted === false
        ? {
            meaning: 'This document may not use the device, whatever its reader says: a permissions policy forbids it.',
            remedy:
              'Is it a frame? Give the iframe allow="camera; microphone". In Chromium the header Permissions-Policy can forbid it too.',
          }
        : {
            meaning:
              'Somebody said no: you just now, you at an earlier visit, or the operating system for this browser.',
            remedy:
              'Open the site settings beside the address and allow camera and microphone. If they are allowed there, look in the privacy settings of your system.',
          };
    case 'NotFoundError':
      return {
        meaning: 'No device of the kind that was asked for is plugged in, or the browser may not see it.',
        remedy: 'Plug one in, or ask for one kind only.',
      };
    case 'NotReadableError':
      return {
        meaning: 'The device is there and you said yes, but it could not be opened. Most often another program has it.',
        remedy: 'Close the other program or tab, look for a key that turns the camera off, and ask again.',
      };
    case 'AbortError':
      return {
        meaning: 'The device began to open and then gave up. So says Firefox when another program has the camera.',
        remedy: 'Close what else uses the camera and ask again.',
      };
    case 'OverconstrainedError':
      return {
        meaning: `No device meets what was demanded${constraint ? ` of ${constraint}` : ''}. A demand is what stands under exact, min or max.`,
        remedy: 'Say ideal instead of exact: then the browser comes as near as it can.',
      };
    case 'SecurityError':
      return {
        meaning: 'Media is switched off for this document.',
        remedy: 'Open the page in a window of its own, or in another browser profile.',
      };
    case 'TypeError':
      return devices
        ? {
            meaning: 'The question made no sense to the browser: it asked for neither sound nor picture.',
            remedy: 'Ask for audio, for video, or for both.',
          }
        : {
            meaning:
              'This page came over plain HTTP from another machine, so navigator.mediaDevices does not exist here.',
            remedy:
              'Open it over HTTPS, or on the machine that serves it as http://localhost. The page Your devices and HTTPS (/trust/) tells how.',
          };
    default:
      return {
        meaning: 'This refusal is not one that the specification knows for getUserMedia.',
        remedy: 'Read the browser’s own words above, and look into its console.',
      };
  }
}
