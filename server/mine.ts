import { statSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { contentType } from './content-type.ts';
import { policyOfMine } from './headers.ts';
import { Problem } from './problem.ts';
import { withSlash } from './request-path.ts';
import { sendFile } from './send-file.ts';
import { refuseWriting, sendText } from './send-text.ts';

/** Serves a learner's own folder at `/mine/`, as it is at this moment: what they save is what the next reload shows. */
export function mine(folder: string) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Problem(`${resolve(folder)} is not a folder. Give --mine the folder in which your pages are.`);

  return async (req: IncomingMessage, res: ServerResponse, path: string) => {
    res.setHeader('Content-Security-Policy', policyOfMine);
    if (refuseWriting(req, res)) return;
    const found = await find(folder, path.slice('/mine/'.length));
    if (found === 'folder') {
      res.setHeader('Location', withSlash(path, req.url!));
      return sendText(req, res, 308, 'This folder is called by a slash at its end.');
    }
    if (!found) return sendText(req, res, 404, `There is no ${path} in the folder that --mine names.`);
    await sendFile(req, res, found, { 'Content-Type': contentType(found), 'Cache-Control': 'no-store' });
  };
}

/** The file that a path means: inside the folder also after every link was followed, and hidden nowhere on the way. */
async function find(folder: string, path: string): Promise<string | 'folder' | undefined> {
  try {
    const root = await realpath(folder);
    const asked = await realpath(join(root, path));
    const within = relative(root, asked);
    // What lies outside begins with "..", or on Windows with the letter of another disk.
    if (isAbsolute(within) || [...path.split('/'), ...within.split(sep)].some((name) => name.startsWith('.'))) return;
    const kind = await stat(asked);
    if (kind.isFile()) return path.endsWith('/') ? undefined : asked;
    if (!kind.isDirectory()) return;
    if (path && !path.endsWith('/')) return 'folder';
    const index = await realpath(join(asked, 'index.html'));
    return dirname(index) === asked && (await stat(index)).isFile() ? index : undefined;
  } catch {
    return; // Not there, or not ours to read: both are a 404.
  }
}
