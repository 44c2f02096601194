import { readdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import type { Plugin } from 'vite';
import type { LineTable, LineTables } from '../src/trace/source-line.ts';

const root = resolve(import.meta.dirname, '..');
const labFile = /^src\/labs\/([^/]+)\/.+\.tsx?$/;

/** Which file and line of a lab each place of a built chunk came from. */
export function tableOf(map: ConstructorParameters<typeof TraceMap>[0], pathOf: (source: string) => string): LineTable {
  const files: string[] = [];
  const rows: LineTable['rows'] = [];
  eachMapping(new TraceMap(map), ({ generatedLine, generatedColumn, source, originalLine }) => {
    if (source === null || originalLine === null) return;
    const file = pathOf(source);
    // Places that belong to no lab are kept as ends of those that do, else the last row of a lab would reach on for ever.
    const index = labFile.test(file) ? indexIn(files, file) : -1;
    const last = rows.at(-1);
    const same = last && last[0] === generatedLine && last[2] === index && last[3] === (index < 0 ? 0 : originalLine);
    if (!same) rows.push([generatedLine, generatedColumn + 1, index, index < 0 ? 0 : originalLine]);
  });
  return { files, rows };
}

function indexIn(files: string[], file: string) {
  const found = files.indexOf(file);
  return found >= 0 ? found : files.push(file) - 1;
}

const labsOf = (table: LineTable) => new Set(table.files.map((file) => file.match(labFile)![1]!));

/** Writes `lines/<lab>.json` for every lab when the site is built, and answers for it while it is developed. */
export function lineTables(): Plugin {
  return {
    name: 'trickle:line-tables',

    generateBundle: {
      // Vite puts a line of its own above a chunk that loads others later, and moves the map: after that, not before.
      order: 'post',
      handler({ dir }, bundle) {
        if (this.environment.name !== 'client') return;
        const labs = new Map<string, LineTables>();
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.map) continue;
          const folder = resolve(dir!, chunk.fileName, '..');
          const table = tableOf(chunk.map as never, (source) => relative(root, resolve(folder, source)));
          for (const lab of labsOf(table)) {
            labs.set(lab, { ...labs.get(lab), [`/${chunk.fileName}`]: table });
          }
        }
        for (const [lab, tables] of labs) {
          this.emitFile({ type: 'asset', fileName: `lines/${lab}.json`, source: JSON.stringify(tables) });
        }
      },
    },

    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const lab = request.url?.match(/^\/lines\/([a-z-]+)\.json/)?.[1];
        if (!lab) return next();
        const folder = resolve(root, 'src/labs', lab);
        const tables: LineTables = {};
        for (const file of await readdir(folder).catch(() => [])) {
          if (!/(?<!\.test|\.e2e)\.tsx?$/.test(file)) continue;
          const url = `/src/labs/${lab}/${file}`;
          const result = await server.environments.client.transformRequest(url);
          if (result?.map && 'mappings' in result.map && result.map.mappings) {
            tables[url] = tableOf(result.map as never, () => url.slice(1));
          }
        }
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(tables));
      });
    },
  };
}
