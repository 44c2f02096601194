import { encode } from 'uqr';

const svg = 'http://www.w3.org/2000/svg';

/** A QR code that any camera reads: dark on light in both themes, with the margin that readers ask for. */
export function drawQr(text: string): SVGSVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', `0 0 ${size} ${size}`);
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', `QR code of ${text}`);
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', squares.join(''));
  drawing.append(path);
  return drawing;
}
