import { finder } from './interface-of.ts';
import { apply, attribute, getOwnPropertyDescriptor, getPrototypeOf, slice, uncurried } from './natives.ts';

/** What is kept of a message on a data channel: how long it is, and how it begins. */
export type Message = { bytes: number; preview: string };

const shown = { characters: 120, bytes: 24 };

/** Undefined for what no data channel takes. */
export function messageOf(data: unknown): Message | undefined {
  if (typeof data === 'string') return { bytes: utf8Length(data), preview: slice(data, 0, shown.characters) };
  if (typeof data !== 'object' || data === null) return undefined;
  switch (isView(data) ? 'view' : binaryOf(data)) {
    case 'view':
      return binary(viewOf(data));
    case 'ArrayBuffer':
      return binary({ buffer: data, offset: 0, bytes: bufferLength(data) });
    case 'Blob':
      return { bytes: blobSize(data), preview: blobType(data) };
    default:
      return undefined;
  }
}

const binaryOf = finder((name) => name === 'ArrayBuffer' || name === 'Blob');
const isDataView = finder((name) => name === 'DataView');
const { isView } = ArrayBuffer;
const bufferLength = attribute<number>('ArrayBuffer', 'byteLength');
const blobSize = attribute<number>('Blob', 'size');
const blobType = attribute<string>('Blob', 'type');

const NativeBytes = Uint8Array;
const encoder = new TextEncoder();
const encode = uncurried(TextEncoder.prototype.encode);
const utf8Length = (text: string) => viewOf(encode(encoder, text)).bytes;

type Place = { buffer: object; offset: number; bytes: number };

function viewOf(view: object): Place {
  const read = isDataView(view) ? dataView : typedArray;
  return { buffer: read.buffer(view) as object, offset: read.byteOffset(view), bytes: read.byteLength(view) };
}

const dataView = placeIn(DataView.prototype);
const typedArray = placeIn(getPrototypeOf(Uint8Array.prototype)!);

function placeIn(prototype: object) {
  const get = (name: string) => {
    const native = getOwnPropertyDescriptor(prototype, name)!.get!;
    return (view: object) => apply(native, view, []);
  };
  return { buffer: get('buffer'), byteOffset: get('byteOffset'), byteLength: get('byteLength') };
}

const digits = '0123456789abcdef';

function binary({ buffer, offset, bytes }: Place): Message {
  const length = bytes < shown.bytes ? bytes : shown.bytes;
  const start = new NativeBytes(buffer as ArrayBuffer, offset, length);
  let preview = '0x';
  for (let index = 0; index < length; index++) preview += digits[start[index]! >> 4]! + digits[start[index]! & 15];
  return { bytes, preview: length < bytes ? `${preview}…` : preview };
}
