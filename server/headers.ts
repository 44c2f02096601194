import type { ServerResponse } from 'node:http';

const policy = [
  "default-src 'self'",
  // Pagefind searches in WebAssembly. No 'unsafe-inline': no page has an inline script, and none can be smuggled in.
  // blob: is for the reader's own version of a lab's file, which the page itself makes (docs/decisions/0016).
  "script-src 'self' 'wasm-unsafe-eval' blob:",
  // Diagrams are SVGs that carry their style with them.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  // In CSP 3 'self' also covers ws: and wss: to the same host and port.
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * A policy keeps out of a page what its author did not mean. The author of /mine/ is the learner, who means every
 * inline handler and every library from elsewhere; all that is kept out is a foreign page that frames theirs, since
 * the permission to use the camera would come along.
 */
export const policyOfMine = "frame-ancestors 'self'";

const headers = {
  'Content-Security-Policy': policy,
  'Permissions-Policy': 'camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self)',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};
// Never Strict-Transport-Security: a browser would remember it for `localhost` and for LAN addresses that belong to
// somebody else tomorrow, and plain HTTP is how a phone without trust gets in.

export const setHeaders = (res: ServerResponse) => {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
};
