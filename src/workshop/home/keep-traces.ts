import type { Entry } from '../../../protocol/entry.ts';
import { newId } from '../../carriers/new-id.ts';
import type { LabHost } from '../../labs/lab-host.ts';
import { watchRunningLab } from '../running-lab.ts';
import { forgetTraces, type KeptTrace, keepTrace } from './kept-traces.ts';
import { leaveUnkept, takeUnkept } from './unkept.ts';

/** How often a trace that grows is written down at most; a long one more seldom, so that it takes little of the page's time. */
const pace = { ms: 2_000, share: 0.02 };

/** Keeps the traces of whatever labs run on this page, for their learner to take home. */
export function keepTraces(codeOf: () => string, leaving: AbortSignal) {
  const forgetting = new AbortController();
  const signal = AbortSignal.any([leaving, forgetting.signal]);
  let keepNow = async () => {};
  let leaveNow = () => {};
  let watching = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restMs = pace.ms;
  /** What is being written down: of a lab that has stopped, too, and of the page before. */
  const left = takeUnkept();
  let writing: Promise<unknown> = left ? write(left, left.entries) : Promise.resolve();

  function see(host: LabHost | undefined) {
    watching.abort();
    watching = new AbortController();
    // A page that goes stops its lab first: until that is written down, it can be left to the next page.
    const leaveStopped = leaveNow;
    void flush().then(() => {
      if (leaveNow === leaveStopped) leaveNow = () => {};
    });
    keepNow = async () => {};
    const trace = host?.lab?.trace;
    if (!trace) return;
    const about = {
      id: newId(),
      page: location.pathname,
      title: document.title.replace(/ · Trickle$/, ''),
      lab: host.getAttribute('name')!,
      at: Date.now(),
    };
    // Before the class has been heard of, what is kept could be of any.
    const isOfClass = () => trace.entries.length > 0 && codeOf() !== '';
    keepNow = async () => {
      if (isOfClass())
        restMs = Math.max(pace.ms, (await write({ ...about, code: codeOf() }, trace.entries)) / pace.share);
    };
    leaveNow = () => {
      if (isOfClass()) leaveUnkept({ ...about, code: codeOf(), entries: trace.entries });
    };
    trace.follow(() => (timer ??= setTimeout(flush, restMs)), watching.signal);
    timer ??= setTimeout(flush, restMs);
  }

  function flush(): Promise<unknown> {
    clearTimeout(timer);
    timer = undefined;
    writing = Promise.all([writing, keepNow()]);
    return writing;
  }

  watchRunningLab(see, signal);
  addEventListener('pagehide', () => leaveNow(), { signal });
  document.addEventListener('visibilitychange', flush, { signal });
  signal.addEventListener('abort', () => {
    watching.abort();
    clearTimeout(timer);
    keepNow = async () => {};
    leaveNow = () => {};
  });
  return {
    /** What runs now, as far as it is, and what has run. */
    keepNow: flush,
    /** For good: nothing more is kept, and what was goes. */
    async forget() {
      forgetting.abort();
      await writing;
      await forgetTraces();
    },
  };
}

/** The answer says how long it took the page to make a file of it. */
async function write(about: Omit<KeptTrace, 'file'>, entries: readonly Entry[]): Promise<number> {
  const [{ writeTrace }, { offsetsOf }] = await Promise.all([
    import('../../trace/file.ts'),
    import('../../trace/offsets.ts'),
  ]);
  const began = performance.now();
  const recorded = new Date(about.at).toISOString();
  const file = writeTrace({ recorded, offsets: offsetsOf(entries), entries: [...entries] });
  const tookMs = performance.now() - began;
  const { id, code, page, title, lab, at } = about;
  await keepTrace({ id, code, page, title, lab, at, file });
  return tookMs;
}
