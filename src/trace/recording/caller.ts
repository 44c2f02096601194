import { bare, defineProperty, getOwnPropertyDescriptor, hasOwn } from './natives.ts';

const NativeError = Error;
const { captureStackTrace } = Error;

/** The caller is among the first; every other one costs some microseconds to write down. */
const frames = 5;

/**
 * The stack below a function; empty where the page would notice that it was taken. The frames of the recorder itself
 * are of no use to anybody.
 */
export function stackBelow(below: object): string {
  const prepare = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  if (!prepare || (hasOwn(prepare, 'value') && prepare.value === undefined)) return take(below);
  // V8 calls this function of the page's for every stack that is read.
  if (!hasOwn(prepare, 'value') || !prepare.writable) return '';
  defineProperty(NativeError, 'prepareStackTrace', bare({ value: undefined }));
  const stack = take(below);
  defineProperty(NativeError, 'prepareStackTrace', prepare);
  return stack;
}

function take(below: object): string {
  const holder: { stack?: string } = {};
  const limit = getOwnPropertyDescriptor(NativeError, 'stackTraceLimit');
  const usual: unknown = limit?.writable && limit.value;
  if (typeof usual !== 'number' || usual <= frames) captureStackTrace(holder, below as () => void);
  else {
    NativeError.stackTraceLimit = frames;
    captureStackTrace(holder, below as () => void);
    NativeError.stackTraceLimit = usual;
  }
  return holder.stack ?? '';
}
