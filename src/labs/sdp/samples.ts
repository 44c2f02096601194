const files = import.meta.glob<string>('../../sdp/fixtures/*.sdp', { query: '?raw', import: 'default' });

/** Descriptions to read, under the words by which they are chosen. */
export const samples: readonly { title: string; file: string }[] = [
  { title: 'Chromium: offer', file: 'chromium-offer' },
  { title: 'Chromium: answer', file: 'chromium-answer' },
  { title: 'Chromium: data channels only', file: 'chromium-data' },
  { title: 'Chromium: simulcast, a picture in three sizes', file: 'chromium-simulcast' },
  { title: 'Firefox: offer', file: 'firefox-offer' },
  { title: 'Firefox: answer', file: 'firefox-answer' },
  { title: 'Firefox: data channels only', file: 'firefox-data' },
  { title: 'Firefox: simulcast, a picture in three sizes', file: 'firefox-simulcast' },
  { title: 'Safari: offer', file: 'safari-offer' },
  { title: 'Janus, a media server: offer', file: 'janus-offer' },
  { title: 'werift, a program in Node.js: offer', file: 'werift-offer' },
  { title: 'Chromium before 2022: offer in Plan B', file: 'plan-b-offer' },
  { title: 'Data channels of before 2021: offer', file: 'data-old-offer' },
];

export const textOf = (title: string) => {
  const sample = samples.find((each) => each.title === title);
  return sample && files[`../../sdp/fixtures/${sample.file}.sdp`]!();
};
