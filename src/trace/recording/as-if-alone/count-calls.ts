const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;

const iteratorOf = (iterable: Iterable<unknown>) => Object.getPrototypeOf(iterable[Symbol.iterator]());

/** Whatever a recorder could be tempted to use. */
const owners = (): Record<string, object> => ({
  ...{ Object, Reflect, Array, Promise, JSON, Number, String, Symbol, Math, ArrayBuffer, console },
  objects: Object.prototype,
  functions: Function.prototype,
  arrays: Array.prototype,
  'array iterators': iteratorOf([]),
  maps: Map.prototype,
  'map iterators': iteratorOf(new Map()),
  sets: Set.prototype,
  'set iterators': iteratorOf(new Set()),
  'weak maps': WeakMap.prototype,
  'weak sets': WeakSet.prototype,
  promises: Promise.prototype,
  strings: String.prototype,
  'string iterators': iteratorOf(''),
  numbers: Number.prototype,
  errors: Error.prototype,
  'regular expressions': RegExp.prototype,
  'typed arrays': Object.getPrototypeOf(Uint8Array.prototype),
  'array buffers': ArrayBuffer.prototype,
  targets: EventTarget.prototype,
  events: Event.prototype,
  exceptions: DOMException.prototype,
  clocks: Performance.prototype,
  encoders: TextEncoder.prototype,
  peers: RTCPeerConnection.prototype,
  descriptions: RTCSessionDescription.prototype,
  candidates: RTCIceCandidate.prototype,
  'candidate events': RTCPeerConnectionIceEvent.prototype,
  'track events': RTCTrackEvent.prototype,
  'channel events': RTCDataChannelEvent.prototype,
  senders: RTCRtpSender.prototype,
  receivers: RTCRtpReceiver.prototype,
  transceivers: RTCRtpTransceiver.prototype,
  channels: RTCDataChannel.prototype,
  streams: MediaStream.prototype,
  tracks: MediaStreamTrack.prototype,
});

type Native = (this: unknown, ...given: unknown[]) => unknown;
type Replaced = { owner: object; key: PropertyKey; native: PropertyDescriptor; counting: PropertyDescriptor };

/** Replaces the functions of every built-in by ones that count their calls, until it is stopped. */
export function countCalls() {
  const calls: Record<string, number> = Object.create(null);

  function counting<Member>(label: string, native: Member): Member {
    if (typeof native !== 'function') return native;
    return function (this: unknown, ...given: unknown[]) {
      calls[label] = (calls[label] ?? 0) + 1;
      return new.target ? construct(native, given, new.target) : apply(native as Native & Member, this, given);
    } as Member;
  }

  function replacement(label: string, { value, get, set, ...flags }: PropertyDescriptor): PropertyDescriptor {
    return get || set
      ? { get: counting(`${label} (get)`, get), set: counting(`${label} (set)`, set), ...flags }
      : { value: counting(label, value), ...flags };
  }

  const all: Replaced[] = Object.entries(owners()).flatMap(([name, owner]) =>
    ownKeys(owner)
      .filter((key) => key !== 'constructor' && getOwnPropertyDescriptor(owner, key)!.configurable)
      .map((key) => {
        const native = getOwnPropertyDescriptor(owner, key)!;
        return { owner, key, native, counting: replacement(`${name} ${String(key)}`, native) };
      }),
  );

  // From the first replacement on, no built-in may be used here either.
  function put(which: 'native' | 'counting') {
    for (let index = 0; index < all.length; index++)
      defineProperty(all[index]!.owner, all[index]!.key, all[index]![which]);
  }
  put('counting');
  return { calls, stop: () => put('native') };
}
