/** The parts of the book, in order; a lesson's folder names its part. */
export const parts = [
  { slug: 'start', title: 'The whole, first' },
  { slug: 'media', title: 'Getting media' },
  { slug: 'connecting', title: 'Connecting two browsers' },
  { slug: 'data', title: 'Sending data' },
  { slug: 'keeping', title: 'Keeping a call alive' },
] as const;
