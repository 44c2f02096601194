export type Piece = { text: string; marked: boolean };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/** What the search found, taken apart so that it can be shown as text: what stands in <mark> is what was looked for. */
export const piecesOf = (excerpt: string): Piece[] =>
  excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((piece) => ({ text: plain(piece), marked: piece.startsWith('<mark>') }));

const plain = (html: string) =>
  html.replace(/<\/?mark>/g, '').replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => entities[name]!);
