import type { SourceLine } from '../../protocol/entry.ts';
import { plain } from './plain.ts';
import type { Fact, Trace } from './trace.ts';

export type Recorder = {
  /** Notes what is asked of these devices, and of every stream and track that comes of them. */
  devices(devices: MediaDevices, who: string): void;
};

type Means = {
  trace: Trace;
  lineOf(stack: string): SourceLine | undefined;
  /** Told of every track that came of what is recorded, clones included, at the moment it came. */
  found(track: MediaStreamTrack): void;
};

/** Whose object it is and where its facts go. What is not in this map passes straight through. */
type Subject = {
  note(fact: Omit<Fact, 'who' | 'on'>): string;
  lineOf: Means['lineOf'];
  adopt(object: unknown): void;
};
const subjects = new WeakMap<object, Subject>();

const watched = {
  devices: ['getUserMedia', 'getDisplayMedia', 'enumerateDevices'],
  stream: ['addTrack', 'removeTrack', 'clone'],
  track: ['stop', 'clone', 'getSettings', 'getConstraints', 'getCapabilities', 'applyConstraints'],
};
const trackEvents = ['ended', 'mute', 'unmute'];

/** A guest in the learner's program: it notes what native functions are asked and answer, and changes neither. */
export function createRecorder({ trace, lineOf, found }: Means): Recorder {
  const counts = new Map<string, number>();

  function subject(object: object, who: string, on: string) {
    const note: Subject['note'] = (fact) => trace.append({ who, on, ...fact }).id;
    subjects.set(object, { note, lineOf, adopt: (object) => adopt(object, who) });
    return note;
  }

  function adopt(object: unknown, who: string) {
    if (object instanceof MediaStream && !subjects.has(object)) {
      subject(object, who, numbered('stream'));
      for (const track of object.getTracks()) adopt(track, who);
    }
    if (object instanceof MediaStreamTrack && !subjects.has(object)) {
      const note = subject(object, who, numbered(object.kind));
      for (const name of trackEvents) object.addEventListener(name, () => asGuest(() => note({ what: 'event', name })));
      found(object);
    }
  }

  function numbered(kind: string) {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}${count}`;
  }

  return {
    devices(devices, who) {
      for (const name of watched.devices) watchMethod(Object.getPrototypeOf(devices), name);
      for (const name of watched.stream) watchMethod(MediaStream.prototype, name);
      for (const name of watched.track) watchMethod(MediaStreamTrack.prototype, name);
      watchSetter(MediaStreamTrack.prototype, 'enabled');
      subject(devices, who, 'devices');
    },
  };
}

const guests = new WeakSet<object>();

function watchMethod(prototype: object, name: string) {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (!descriptor?.value || guests.has(descriptor.value)) return;
  const value = listening(name, descriptor.value);
  Object.defineProperty(prototype, name, { ...descriptor, value });
}

function watchSetter(prototype: object, name: string) {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (!descriptor?.set || guests.has(descriptor.set)) return;
  const set = listening(name, descriptor.set) as typeof descriptor.set;
  Object.defineProperty(prototype, name, { ...descriptor, set });
}

type Native = (this: object, ...given: unknown[]) => unknown;

/** The native function behind a Proxy: same name, same length, same errors, and an ear. */
function listening(name: string, native: Native): Native {
  const guest = new Proxy(native, {
    apply(target, self, given) {
      const subject = working ? undefined : subjects.get(self);
      if (!subject) return Reflect.apply(target, self, given);
      // Asked for here and nowhere deeper: the second frame of this stack is the line that made the call.
      const stack = new Error().stack ?? '';
      const of = asGuest(() => {
        return subject.note({ what: 'call', name, body: given.map(plain), line: subject.lineOf(stack) });
      });
      const returned = (value: unknown) =>
        asGuest(() => {
          subject.adopt(value);
          subject.note({ what: 'return', name, of, body: plain(value) });
        });
      const threw = (error: unknown) => asGuest(() => subject.note({ what: 'throw', name, of, body: plain(error) }));
      try {
        const result: unknown = Reflect.apply(target, self, given);
        if (result instanceof Promise) result.then(returned, threw);
        else returned(result);
        return result;
      } catch (error) {
        threw(error);
        throw error;
      }
    },
  });
  guests.add(guest);
  return guest;
}

let working = false;

/** What the recorder itself does is neither recorded nor allowed to fail in front of its host. */
function asGuest<Result>(note: () => Result): Result | undefined {
  const before = working;
  working = true;
  try {
    return note();
  } catch (error) {
    console.warn('Trickle could not record this.', error);
    return undefined;
  } finally {
    working = before;
  }
}
