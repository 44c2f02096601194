import { expect, test } from 'vitest';
import { blamedLine } from './blamed-line.ts';
import { readDescription } from './description.ts';

const description = readDescription('v=0\r\ns=-\r\nm=audio 9\r\n a=sendrecv\r\na=mid:0\r\n');

// In the words of Chromium 156 and Firefox 153.
test.each([
  ['Failed to set: Failed to parse SessionDescription. m=audio 9 Expects at least 4 fields.', undefined, 3],
  ['Failed to set: Failed to parse SessionDescription.  a=sendrecv Invalid SDP line.', undefined, 4],
  ['SIPCC Failed to parse SDP: SDP Parse Error on line 3:  No transport protocol type specified, parse failed.', 3, 3],
  ['SIPCC Failed to parse SDP: SDP Parse Error on line 3:  No transport protocol type specified.', undefined, 3],
  ['Failed to set remote offer sdp: Called with SDP without DTLS fingerprint.', undefined, undefined],
  ['Failed to parse SessionDescription.  Failed to parse codecs correctly.', undefined, undefined],
  ['SDP Parse Error on line 99', 99, undefined],
])('%s', (message, sdpLineNumber, number) => {
  expect(blamedLine(description, { message, sdpLineNumber })?.number).toBe(number);
});
