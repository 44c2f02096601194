import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { byteRange } from './byte-range.ts';
import { sendText } from './send-text.ts';

/** Sends a file, or as much of it as the browser still lacks. `status` other than 200 sends all of it, always. */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  file: string,
  headers: OutgoingHttpHeaders,
  status = 200,
) {
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch {
    // Found a moment ago, and now gone or not ours to read.
    return sendText(req, res, 404, 'This file can no longer be read.');
  }
  try {
    const { size, mtimeMs } = await handle.stat();
    const tag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
    const known = status === 200 && has(req.headers['if-none-match'], tag);
    if (known) return void res.writeHead(304, { ...headers, ETag: tag }).end();

    const wanted = status === 200 && stillValid(req.headers['if-range'], tag) ? req.headers.range : undefined;
    const range = byteRange(wanted, size);
    if (range === 'unsatisfiable') {
      res.setHeader('Content-Range', `bytes */${size}`);
      return sendText(req, res, 416, 'The file ends before that.');
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    if (range) res.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
    res.writeHead(range ? 206 : status, {
      ...headers,
      ...(status === 200 && { ETag: tag, 'Accept-Ranges': 'bytes' }),
      'Content-Length': end - start + 1,
    });
    if (req.method === 'HEAD' || size === 0) return void res.end();
    await pipeline(handle.createReadStream({ start, end, autoClose: false }), res);
  } catch {
    // The visitor left, or the disk failed half-way: nothing can be said any more, only that it is not whole.
    res.destroy();
  } finally {
    await handle.close();
  }
}

const has = (ifNoneMatch: string | undefined, tag: string) =>
  ifNoneMatch?.split(',').some((known) => [tag, '*'].includes(known.trim().replace(/^W\//, '')));

const stillValid = (ifRange: unknown, tag: string) => ifRange === undefined || ifRange === tag;
