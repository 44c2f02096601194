import { apply, bare, construct, defineProperty, getOwnPropertyDescriptor, selfContained } from './natives.ts';
import { type Answer, subjects } from './subjects.ts';

// What a page calls is the native function behind a Proxy: the same name and length, the same errors, promises and
// prototypes. Seen from the page only two things differ: what Function.prototype.toString says of any Proxy, and that
// a stack which is taken while the native function runs has one frame more.
// The empty catches are for a page that has used up the stack: then nothing else can be done, and nothing needs to be.

type Native = (this: unknown, ...given: unknown[]) => unknown;
type Constructor = new (...given: never[]) => object;
type Heard = (given: readonly unknown[]) => Answer | undefined;

const listening = selfContained(new WeakSet<object>());

let greet = (_stranger: object) => {};

/** From now on an object that nobody knows is introduced when something is first called on it. */
export function greetStrangers(introduce: (stranger: object) => void) {
  greet = introduce;
}

function hear(self: unknown, name: string, given: readonly unknown[]): Answer | undefined {
  const isObject = (typeof self === 'object' && self !== null) || typeof self === 'function';
  if (!isObject) return undefined;
  if (!subjects.has(self)) greet(self);
  return subjects.get(self)?.called(name, given);
}

function behindProxy(native: Native, name: string): Native {
  return new Proxy(
    native,
    bare<ProxyHandler<Native>>({
      apply(target, self, given) {
        let answer: Answer | undefined;
        let result: unknown;
        try {
          answer = hear(self, name, given);
        } catch {}
        try {
          result = apply(target, self, given);
        } catch (error) {
          try {
            answer?.threw(error);
          } catch {}
          throw error;
        }
        try {
          answer?.returned(result);
        } catch {}
        return result;
      },
    }),
  );
}

/** The same for a constructor; a class that extends it is heard as well. */
export function constructorBehindProxy<Native extends Constructor>(native: Native, heard: Heard): Native {
  return new Proxy(
    native,
    bare<ProxyHandler<Native>>({
      construct(target, given, made) {
        let answer: Answer | undefined;
        let object: object;
        try {
          answer = heard(given);
        } catch {}
        try {
          object = construct(target, given, made);
        } catch (error) {
          try {
            answer?.threw(error);
          } catch {}
          throw error;
        }
        try {
          answer?.returned(object);
        } catch {}
        return object;
      },
    }),
  );
}

/** Puts an ear to a method or a setter, where there is one. */
export function listenTo(owner: object, name: string, member: 'value' | 'set') {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  const native = descriptor?.[member];
  if (typeof native !== 'function' || listening.has(native)) return;
  const proxy = behindProxy(native, name);
  listening.add(proxy);
  defineProperty(owner, name, { ...descriptor, [member]: proxy });
}
