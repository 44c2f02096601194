import type { Description, Line } from './description.ts';

type Refusal = { message: string; sdpLineNumber?: number | null };

/** The line that a browser means when it refuses a description: Firefox counts lines, Chromium repeats the one it means. */
export function blamedLine({ lines }: Description, { message, sdpLineNumber }: Refusal): Line | undefined {
  const counted = sdpLineNumber ?? Number(/SDP Parse Error on line (\d+)/.exec(message)?.[1]);
  if (counted) return lines[counted - 1];
  const [, said] = message.split('Failed to parse SessionDescription. ');
  return lines.find(({ text }) => text !== '' && said?.startsWith(`${text} `));
}
