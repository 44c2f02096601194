type Native = (this: unknown, ...given: unknown[]) => unknown;
type Heard = (native: Native, self: unknown, given: unknown[]) => unknown;

/** Puts something of one's own in the place of every method of a peer connection. */
function replaceMethods(make: (native: Native) => unknown) {
  const { prototype } = RTCPeerConnection;
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof descriptor.value !== 'function' || name === 'constructor') continue;
    Object.defineProperty(prototype, name, { ...descriptor, value: make(descriptor.value) });
  }
}

/** The right kind of guest, but for what it does when a method is called. */
const listening = (apply: Heard) => () => replaceMethods((native) => new Proxy(native, { apply }));
const nothing = () => {};

type BadGuest = { install(): void; caughtBy: string };

/** Recorders with one fault each, and a scenario in which it shows. */
export const badGuests: Readonly<Record<string, BadGuest>> = {
  'a wrapper that awaits': {
    install() {
      replaceMethods(
        (native) =>
          async function (this: unknown, ...given: unknown[]) {
            return await Reflect.apply(native, this, given);
          },
      );
    },
    caughtBy: 'the order of microtasks around calls',
  },
  'a wrapper that is no Proxy': {
    install() {
      replaceMethods(
        (native) =>
          function (this: unknown, ...given: unknown[]) {
            return Reflect.apply(native, this, given);
          },
      );
    },
    caughtBy: 'functions are alike, except for their source text',
  },
  'a subclass in the place of the constructor': {
    install() {
      window.RTCPeerConnection = class extends RTCPeerConnection {};
    },
    caughtBy: 'a peer is what it says it is',
  },
  'one that handles every rejection': {
    install: listening((native, self, given) => {
      const result = Reflect.apply(native, self, given);
      if (result instanceof Promise) result.then(nothing, nothing);
      return result;
    }),
    caughtBy: 'rejected promises that nobody handles',
  },
  'one that follows what fulfils': {
    install: listening((native, self, given) => {
      const result = Reflect.apply(native, self, given);
      if (result instanceof Promise) result.then(nothing);
      return result;
    }),
    caughtBy: 'rejections that are handled late',
  },
  'one that returns a promise of its own': {
    install: listening((native, self, given) => {
      const result = Reflect.apply(native, self, given);
      return result instanceof Promise ? result.then((value) => value) : result;
    }),
    caughtBy: 'the order of microtasks around calls',
  },
  'one that writes arguments as JSON': {
    install: listening((native, self, given) => {
      try {
        JSON.stringify(given);
      } catch {}
      return Reflect.apply(native, self, given);
    }),
    caughtBy: 'getters of an argument are asked as often as ever',
  },
  'one that looks into proxies': {
    install: listening((native, self, given) => {
      for (const each of given) if (typeof each === 'object' && each) Object.getOwnPropertyDescriptors(each);
      return Reflect.apply(native, self, given);
    }),
    caughtBy: 'proxies as arguments are touched as ever',
  },
  'one that uses the built-ins of the page': {
    install: listening((native, self, given) => {
      given.map((each) => typeof each);
      return Reflect.apply(native, self, given);
    }),
    caughtBy: 'a page that replaced every built-in finds none called but by itself',
  },
  'one that asks for the name of what was thrown': {
    install: listening((native, self, given) => {
      try {
        return Reflect.apply(native, self, given);
      } catch (error) {
        void (error as Error)?.name;
        throw error;
      }
    }),
    caughtBy: 'a thrown object is left alone',
  },
  'one that reads the stack': {
    install: listening((native, self, given) => {
      void new Error().stack;
      return Reflect.apply(native, self, given);
    }),
    caughtBy: 'a page that prepares its own stack traces',
  },
  'one whose traps have Object.prototype behind them': {
    install() {
      window.RTCPeerConnection = new Proxy(RTCPeerConnection, {});
    },
    caughtBy: 'a page that left things in Object.prototype',
  },
  'one that forgets the other name and the way back': {
    install() {
      const construct = Reflect.construct as () => RTCPeerConnection;
      window.RTCPeerConnection = new Proxy(RTCPeerConnection, { construct });
    },
    caughtBy: 'a peer is what it says it is',
  },
  'one that listens and lets its trouble out': {
    install() {
      const { addEventListener } = EventTarget.prototype;
      const { construct } = Reflect;
      window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
        construct(target, given, made) {
          const peer = construct(target, given, made);
          addEventListener.call(
            peer,
            'icecandidate',
            (event) => (event as RTCPeerConnectionIceEvent).candidate!.sdpMid,
          );
          return peer;
        },
      });
    },
    caughtBy: 'icecandidate, and the one that says that there are no more',
  },
};
