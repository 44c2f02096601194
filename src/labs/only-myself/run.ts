import type { LabContext } from '../lab.ts';
import type { Fault } from './faults.ts';
import { open, type Page, right } from './only-myself.ts';
import { openRelay } from './relay.ts';

export type Name = 'alice' | 'bob';

type Shown = {
  mine(who: Name, stream: MediaStream): void;
  theirs(who: Name, stream: MediaStream): void;
  /** What stands in the console of a page. */
  said(who: Name, error: unknown): void;
};

/** One call with one fault, or none. Aborting `over` closes what it opened. */
export async function run(context: LabContext, fault: Fault | undefined, shown: Shown, over: AbortSignal) {
  const relay = openRelay(context.trace);

  async function openPage(who: Name) {
    const page: Page = {
      devices: context.devicesOf(who),
      newPeer(configuration) {
        const peer = context.newPeer(who, configuration);
        over.addEventListener('abort', () => peer.close());
        return peer;
      },
      tell: (told, body) => relay.tell(who, told, body),
      showMine(stream) {
        over.addEventListener('abort', () => {
          for (const track of stream.getTracks()) track.stop();
        });
        if (!over.aborted) shown.mine(who, stream);
      },
      showTheirs: (stream) => over.aborted || shown.theirs(who, stream),
    };
    const opened = await open(page, { ...right, ...fault?.[who] });
    relay.join(
      who,
      (told, body) => void opened.hear(told, body).catch((error) => over.aborted || shown.said(who, error)),
    );
    return opened;
  }

  const opened = async (who: Name) => {
    try {
      return await openPage(who);
    } catch (error) {
      if (!over.aborted) shown.said(who, error);
      return undefined;
    }
  };

  if (fault?.order === 'bob comes late') {
    const alice = await opened('alice');
    await alice?.describe();
    alice?.offer();
    await opened('bob');
    return;
  }
  const [bob, alice] = [await opened('bob'), await opened('alice')];
  const callers = fault?.order === 'both call' ? [alice, bob] : [alice];
  await Promise.all(callers.map((caller) => caller?.describe()));
  for (const caller of callers) caller?.offer();
}
