/** What recordings are made of: a box, a codec for the picture, a codec for the sound. No browser writes all of them. */
export const types: readonly string[] = [
  'video/webm;codecs=vp8,opus',
  'video/webm;codecs=vp9,opus',
  'video/webm;codecs=av1,opus',
  'video/webm;codecs=h264,opus',
  'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
  'video/mp4;codecs=avc1.42E01E,opus',
  'video/mp4;codecs=vp9,opus',
  'video/mp4;codecs=av01.0.05M.08,opus',
];

/** Seconds, as a player would tell them. */
export const seconds = (length: number) => (Number.isFinite(length) ? `${length.toFixed(1)} s` : String(length));

export const weight = (bytes: number) => (bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`);

export const counted = (chunks: number) => `${chunks} ${chunks === 1 ? 'chunk' : 'chunks'}`;

/** What browsers say is now a sentence, and now half of one. */
export const endedWithAStop = (said: string) => said.replace(/\.?$/, '.');

/** A name for the file, with the ending that its box has by custom. */
export const fileName = (type: string) => `recording.${type.startsWith('video/mp4') ? 'mp4' : 'webm'}`;

/** Told of a codec for sound, Firefox waits for sound, even where there is no such track. */
export const withoutSound = (type: string) => type.slice(0, type.lastIndexOf(','));
