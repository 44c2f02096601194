import { isIPv4 } from 'node:net';

/** An address as it travels: four bytes, or sixteen. A zone ("%eth0") stays at home. */
export function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const [head = [], tail = []] = address.replace(/%.*$/, '').split('::').map(groups);
  const between = Array<number>(8 - head.length - tail.length).fill(0);
  const bytes = Buffer.alloc(16);
  for (const [index, group] of [...head, ...between, ...tail].entries()) bytes.writeUInt16BE(group, index * 2);
  return bytes;
}

/** The numbers between the colons; an IPv4 address that stands at the end makes two. */
function groups(side: string): number[] {
  const words = side.split(':').filter(Boolean);
  return words.flatMap((word) => {
    if (!word.includes('.')) return [Number.parseInt(word, 16)];
    const four = addressBytes(word);
    return [four.readUInt16BE(0), four.readUInt16BE(2)];
  });
}
