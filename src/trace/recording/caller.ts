import { apply, bare, defineProperty, getOwnPropertyDescriptor, hasOwn } from './natives.ts';

const NativeError = Error;
// Firefox keeps the stack behind a getter of the prototype, V8 in every error.
const stackOf = getOwnPropertyDescriptor(Error.prototype, 'stack')?.get;

/** The stack of this call; empty where the page would notice that it was taken. */
export function callerStack(): string {
  const own = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  if (!own || (hasOwn(own, 'value') && own.value === undefined)) return takeStack();
  // V8 calls this function of the page's for every stack that is read.
  if (!hasOwn(own, 'value') || !own.writable) return '';
  defineProperty(NativeError, 'prepareStackTrace', bare({ value: undefined }));
  const stack = takeStack();
  defineProperty(NativeError, 'prepareStackTrace', own);
  return stack;
}

function takeStack(): string {
  const error = new NativeError();
  return (stackOf ? apply(stackOf, error, []) : error.stack) ?? '';
}
