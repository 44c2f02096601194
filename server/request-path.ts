/**
 * The decoded path of a request, or nothing where it is no honest path. Not `new URL()`: that reads `//evil.com/x` as
 * a host, and quietly folds `..` away, so that what was checked is no longer what was asked for.
 */
export function requestPath(url: string): string | undefined {
  // Proxies send the whole URL, and RFC 9112 §3.2.2 wants it understood.
  const raw = url.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '').replace(/[?#].*$/s, '');
  if (!raw.startsWith('/')) return;
  const path = decoded(raw)?.normalize();
  if (path === undefined || /[\0\\]/.test(path)) return;
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return;
  return path;
}

function decoded(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch {
    return; // A stray "%" is the visitor's mistake, not ours.
  }
}

/** The same path with a slash at its end, as a Location: encoded again, its query kept, and always on this host. */
export function withSlash(path: string, url: string): string {
  const query = /\?[^#]*/.exec(url)?.[0] ?? '';
  return `${encodeURI(path).replace(/[?#]/g, encodeURIComponent).replace(/^\/+/, '/')}/${query}`;
}
