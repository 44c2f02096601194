import { classChange, consoleChange, ownChanges, stageChange } from '../../protocol/workshop/changes.ts';
import type { Workshop } from '../../protocol/workshop/state.ts';
import type { Change, Ear } from './ear.ts';

/** What changed since then, worked out once for all who have seen as much. */
export function differencesTo(seen: Workshop, now: Workshop) {
  const once = <Value>(make: () => Value) => {
    let made: { value: Value } | undefined;
    return () => (made ??= { value: make() }).value;
  };
  const forConsole = once(() => consoleChange(seen, now));
  const forStage = once(() => stageChange(seen, now));
  const forClass = once(() => classChange(seen, now));
  const own = once(() => ownChanges(seen, now));

  return {
    of({ role, id }: Ear): Change | undefined {
      if (role === 'stage') return forStage();
      if (role !== 'learner') return forConsole();
      const [view, mine] = [forClass(), own().get(id)];
      return view || mine ? { ...(view && { view }), ...(mine && { own: mine }) } : undefined;
    },
  };
}
