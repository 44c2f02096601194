/** One line of the table: what was measured, and what came out, with its unit. */
export type Row = readonly [what: string, measured: string];

/** A file of `rows/` exports one of these as `rows`. It may take its time; if it throws, the table says so. */
export type Rows = () => AsyncIterable<Row>;

export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
