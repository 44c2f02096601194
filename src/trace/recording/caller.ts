import { bare, defineProperty, getOwnPropertyDescriptor, hasOwn } from './natives.ts';

const NativeError = Error;
const { captureStackTrace } = Error;

/** The caller is among the first; every other one costs some microseconds to write down. */
const frames = 5;

/** A stack as it was when it was taken. V8 takes one quickly and words it slowly: only for who asks. */
export type Stack = () => string;

/** The stack below a function: the frames of the recorder itself are of no use to anybody. */
export function stackBelow(below: object): Stack {
  const holder: { stack?: string } = {};
  const limit = getOwnPropertyDescriptor(NativeError, 'stackTraceLimit');
  const usual: unknown = limit?.writable && limit.value;
  if (typeof usual !== 'number' || usual <= frames) captureStackTrace(holder, below as () => void);
  else {
    NativeError.stackTraceLimit = frames;
    captureStackTrace(holder, below as () => void);
    NativeError.stackTraceLimit = usual;
  }
  return () => worded(holder);
}

/** Empty where the page would notice: V8 calls a function of the page's, if it has left one, for every stack that is read. */
function worded(holder: { stack?: string }): string {
  const prepare = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  if (!prepare || (hasOwn(prepare, 'value') && prepare.value === undefined)) return holder.stack ?? '';
  if (!hasOwn(prepare, 'value') || !prepare.writable) return '';
  defineProperty(NativeError, 'prepareStackTrace', bare({ value: undefined }));
  const { stack = '' } = holder;
  defineProperty(NativeError, 'prepareStackTrace', prepare);
  return stack;
}
