import { type Dirent, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { type Coding, chooseCoding } from './accept-encoding.ts';
import { contentType } from './content-type.ts';
import { Problem } from './problem.ts';
import { requestPath, withSlash } from './request-path.ts';
import { sendFile } from './send-file.ts';
import { refuseWriting, sendText } from './send-text.ts';

const suffix: Record<Coding, string> = { br: '.br', gzip: '.gz' };

/**
 * Answers with the built site. What may be asked for is found beforehand; a URL is then a key into that, never a path
 * on the disk, so there is nothing to climb out of.
 */
export function pages(folder: string) {
  let files = filesByUrl(folder);
  let build = inode(folder);

  /** A newer build may have taken the place of the one we know, with other names in it. */
  function lookAgain() {
    const now = inode(folder);
    if (now === undefined || now === build) return;
    files = filesByUrl(folder);
    build = now;
  }

  const send = (req: IncomingMessage, res: ServerResponse, url: string, status?: number) => {
    const coding = chooseCoding(req.headers['accept-encoding'], (coding) => files.has(url + suffix[coding]));
    // What Astro names after its content can never change; everything else is asked for again, and rarely sent again.
    const caching = url.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return sendFile(
      req,
      res,
      files.get(coding ? url + suffix[coding] : url)!,
      {
        'Content-Type': contentType(url),
        'Cache-Control': caching,
        Vary: 'Accept-Encoding',
        ...(coding && { 'Content-Encoding': coding }),
      },
      status,
    );
  };

  return (req: IncomingMessage, res: ServerResponse) => {
    if (refuseWriting(req, res)) return;
    const path = requestPath(req.url!);
    if (path === undefined) return sendText(req, res, 400, 'This address cannot be read.');
    lookAgain();
    const url = path.endsWith('/') ? `${path}index.html` : path;
    if (files.has(url)) return send(req, res, url);
    if (files.has(`${path}/index.html`)) {
      res.setHeader('Location', withSlash(path, req.url!));
      return sendText(req, res, 308, 'This page is called by a slash at its end.');
    }
    if (files.has('/404.html')) return send(req, res, '/404.html', 404);
    return sendText(req, res, 404, 'There is no such page.');
  };
}

const inode = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.ino;

function filesByUrl(folder: string): Map<string, string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new Problem(`There is no built site in ${folder}. Build it with: npm run build`, { cause });
  }
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [urlOf(folder, file), file]));
}

const urlOf = (folder: string, file: string) => `/${relative(folder, file).split(sep).join('/')}`.normalize();
