import type { Letter } from './letter.ts';

/** An address that carries a letter behind its `#`: a phone that scans it has the page and the letter in one. */
export async function linkWith(page: string, letter: Letter) {
  const packed = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(letter)));
  const text = btoa(String.fromCharCode(...packed));
  return `${page}#${letter.type}=${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The letter that a link carries, as text; what is no such link is handed back as it is. */
export async function unpack(pasted: string) {
  const [, text] = /#(?:offer|answer)=([\w-]+)\s*$/.exec(pasted) ?? [];
  if (text === undefined) return pasted;
  try {
    const packed = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
    return new TextDecoder().decode(await through(new DecompressionStream('deflate-raw'), packed));
  } catch {
    // A link that was cut off says as much as a letter that was.
    return '{';
  }
}

async function through(change: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>) {
  const changed = new Blob([bytes]).stream().pipeThrough(change);
  return new Uint8Array(await new Response(changed).arrayBuffer());
}
