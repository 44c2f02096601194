import type { LineTables } from '../trace/source-line.ts';
import type { Trace } from '../trace/trace.ts';
import type { Panel } from './lab.ts';

type Exports = Readonly<Record<string, unknown>>;

/**
 * A file that is quoted, as the build opened it (build/open-labs.ts): what it exports, and how that is replaced. They are
 * found in the global object, by their paths: a module of their own would cost every Start.
 */
type Opened = readonly [built: Exports, put: (exports: Exports) => void];

declare global {
  var openLabs: Readonly<Record<string, Opened>> | undefined;
}

/**
 * Puts what stands in the editor in the place of the lab's own file, for one run with this trace, and adds where its
 * lines stand on a stack. What can't run gives what is to be shown instead of the lab.
 */
export type Draft = (trace: Trace, tables: LineTables, signal: AbortSignal) => Promise<Panel | undefined>;

/** What an editor has of the lab beside it. */
export type Editable = HTMLElement & { draft?: Draft | undefined; start(): Promise<void> };
