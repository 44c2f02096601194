import { findBrowser } from '../scripts/test/browsers.ts';

/** A Chromium with what a window brings: questions for permission, and tabs that can be shared. */
export const withWindow = { executablePath: findBrowser('chromium') };
