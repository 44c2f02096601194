import { resolve } from 'node:path';
import config from '../../playwright.config.ts';
import './note-pages.ts';

const root = resolve(import.meta.dirname, '../..');

/** The tests of labs as ever, in Chromium, which notes what runs. */
export default {
  ...config,
  testDir: root,
  outputDir: resolve(root, '.test/quoted'),
  webServer: { ...config.webServer, cwd: root },
  projects: config.projects!.filter(({ name }) => name === 'chromium'),
  reporter: 'line',
};
