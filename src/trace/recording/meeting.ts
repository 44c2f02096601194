import type { Stack } from './caller.ts';
import { finder } from './interface-of.ts';
import type { Kind, Watch } from './kind.ts';
import { createNames } from './names.ts';
import { attribute, each, hasOwn, isArray, listen, ownKeys } from './natives.ts';
import { createScribe, type Means } from './scribe.ts';
import { type Look, watchStates } from './states.ts';
import { type Answer, subjects } from './subjects.ts';
import { watched } from './watched.ts';

export type Meeting = ReturnType<typeof createMeeting>;

/** Meets objects, gives them names, and sees to it that what becomes of them is written down. */
export function createMeeting(means: Means, found: (track: MediaStreamTrack) => void = () => {}) {
  const names = createNames();

  /** Records an object from now on, and what it holds, if it is of a kind that is watched. */
  function meet(object: unknown, who: string, kind = kindOf(object), known?: string): Look | undefined {
    if (!kind || subjects.has(object as object)) return undefined;
    const watch = watchOf(object as object, kind, who);
    if (!watch) return undefined;
    const look = record(object as object, who, watch, known ?? nameOf(watch, kind, who));
    if (kind === watched.MediaStreamTrack) found(object as MediaStreamTrack);
    return look;
  }

  const nameOf = ({ label, called }: Watch, kind: Kind, who: string) =>
    label === undefined ? names.numbered(who, called ?? kind.called) : names.labelled(who, label);

  function record(object: object, who: string, watch: Watch, on: string): Look | undefined {
    const { note, quietly, call, asksForStack } = createScribe(means, who, on);
    const { states, events = {}, holds = [] } = watch;
    const looks: Look[] = states ? [watchStates(states, object, note)] : [];
    const look: Look = (of) => {
      for (let index = 0; index < looks.length; index++) looks[index]!(of);
    };

    /** What comes of an object is its owner's too, and its states may change with it: a peer closes its channels. */
    function receive(value: unknown) {
      if (isArray(value)) return each(value, receive);
      const below = meet(value, who);
      if (below) looks[looks.length] = below;
    }

    subjects.set(object, {
      on,
      asksForStack,
      called: (name, given, stack) =>
        quietly(() => {
          each(given, (argument) => meet(argument, who));
          return call({ name, given: watch.given?.(name, given) ?? given, stack }, (value, of) => {
            receive(value);
            const amounts = watch.done?.(name, given);
            if (amounts) note({ ...amounts, of });
            look(of);
          });
        }),
      gave: { returned: (value) => void quietly(() => receive(value)), threw() {} },
      happened: (event) =>
        quietly(() => {
          const name = typeOf(event);
          // Not what the page fires itself: the attribute is every event's own, and no page can replace it. But a track
          // that names itself is of a device of the page's own, and only that can say when it was unplugged.
          if (!event.isTrusted && !hasOwn(object, 'label')) return;
          const told = events[name]!(event);
          if (told.brings) each(told.brings, receive);
          note({ what: 'event', name, ...told });
          look();
        }),
    });
    look();
    each(holds, receive);
    each(ownKeys(events) as string[], (name) => listen(object as EventTarget, name, hear));
    return states && look;
  }

  /** Notes that somebody makes a peer connection, and meets it when it is there. */
  function making(who: string, given: readonly unknown[], stack?: Stack): Answer | undefined {
    const on = names.numbered(who, watched.RTCPeerConnection!.called);
    const { quietly, call } = createScribe(means, who, on);
    const made = { name: 'new RTCPeerConnection', given, stack };
    return quietly(() => call(made, (peer) => meet(peer, who, undefined, on)));
  }

  return { meet, making };
}

const typeOf = attribute<string>('Event', 'type');
const targetOf = attribute<object>('Event', 'currentTarget');

/**
 * One ear for everything: what is recorded anew is heard once, by its newest recorder, and keeps none of those before.
 * The empty catch is for a page that has used up the stack.
 */
function hear(event: Event) {
  try {
    subjects.get(targetOf(event))?.happened?.(event);
  } catch {}
}

const interfaceOf = finder((name) => hasOwn(watched, name));

function kindOf(object: unknown): Kind | undefined {
  if (typeof object !== 'object' || object === null) return undefined;
  const name = interfaceOf(object);
  return name === undefined ? undefined : watched[name];
}

/** Undefined for what only wears the prototype: what it is cannot be read. */
function watchOf(object: object, kind: Kind, who: string): Watch | undefined {
  try {
    const watch = kind.watch(object, who);
    for (const name in watch.states) watch.states[name]!(object);
    return watch;
  } catch {
    return undefined;
  }
}
