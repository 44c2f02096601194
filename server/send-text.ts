import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers with a sentence, or with JSON. What is said this way is never kept by a cache. */
export function sendText(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
) {
  const text = body.endsWith('\n') ? body : `${body}\n`;
  res.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  res.end(req.method === 'HEAD' ? undefined : text);
}

/** Nothing here is written to: says so, and returns true, unless the request only wants to read. */
export function refuseWriting(req: IncomingMessage, res: ServerResponse): boolean {
  if (req.method === 'GET' || req.method === 'HEAD') return false;
  res.setHeader('Allow', 'GET, HEAD');
  sendText(req, res, 405, 'This can only be read: use GET or HEAD.');
  return true;
}
