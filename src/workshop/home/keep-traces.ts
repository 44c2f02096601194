import { newId } from '../../carriers/new-id.ts';
import type { LabHost } from '../../labs/lab-host.ts';
import { watchRunningLab } from '../running-lab.ts';
import { forgetTraces, keepTrace } from './kept-traces.ts';

/** How often a trace that grows is written down at most; a long one more seldom, so that it takes little of the page's time. */
const pace = { ms: 2_000, share: 0.02 };

/** Keeps the traces of whatever labs run on this page, for their learner to take home. */
export function keepTraces(codeOf: () => string, leaving: AbortSignal) {
  const forgetting = new AbortController();
  const signal = AbortSignal.any([leaving, forgetting.signal]);
  let keepNow = async () => {};
  let watching = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restMs = pace.ms;

  function see(host: LabHost | undefined) {
    watching.abort();
    watching = new AbortController();
    flush();
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
    keepNow = async () => {
      // Before the class has been heard of, what is kept could be of any.
      const code = codeOf();
      if (trace.entries.length === 0 || code === '') return;
      const [{ writeTrace }, { offsetsOf }] = await Promise.all([
        import('../../trace/file.ts'),
        import('../../trace/offsets.ts'),
      ]);
      const began = performance.now();
      const recorded = new Date(about.at).toISOString();
      const file = writeTrace({ recorded, offsets: offsetsOf(trace.entries), entries: [...trace.entries] });
      restMs = Math.max(pace.ms, (performance.now() - began) / pace.share);
      await keepTrace({ ...about, code, file });
    };
    trace.follow(() => (timer ??= setTimeout(flush, restMs)), watching.signal);
    timer ??= setTimeout(flush, restMs);
  }

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    void keepNow();
  }

  watchRunningLab(see, signal);
  addEventListener('pagehide', flush, { signal });
  document.addEventListener('visibilitychange', flush, { signal });
  signal.addEventListener('abort', () => {
    watching.abort();
    clearTimeout(timer);
    keepNow = async () => {};
  });
  return {
    /** What runs now, as far as it is. */
    keepNow: () => keepNow(),
    /** For good: nothing more is kept, and what was goes. */
    forget() {
      forgetting.abort();
      return forgetTraces();
    },
  };
}
