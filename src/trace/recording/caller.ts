import { bare, defineProperty, getOwnPropertyDescriptor, hasOwn } from './natives.ts';

const NativeError = Error;
const { captureStackTrace } = Error;

/**
 * The stack of this call; empty where the page would notice that it was taken. To be called as high up as possible: the
 * engine keeps ten frames, and those of the recorder are of no use to anybody.
 */
export function callerStack(): string {
  const prepare = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  if (!prepare || (hasOwn(prepare, 'value') && prepare.value === undefined)) return take();
  // V8 calls this function of the page's for every stack that is read.
  if (!hasOwn(prepare, 'value') || !prepare.writable) return '';
  defineProperty(NativeError, 'prepareStackTrace', bare({ value: undefined }));
  const stack = take();
  defineProperty(NativeError, 'prepareStackTrace', prepare);
  return stack;
}

function take(): string {
  const holder: { stack?: string } = {};
  captureStackTrace(holder, callerStack);
  return holder.stack ?? '';
}
