import { expect, test } from 'vitest';
import { contradiction, type DisplayOptions, formatOf, offered, surfaces } from './display-options.ts';

test.each<[string, DisplayOptions]>([
  ['no picture', { video: false, audio: true }],
  ['an exact size', { video: { width: { exact: 640 } } }],
  ['a least size', { video: { height: { min: 100 } } }],
  ['a least of the sound', { audio: { channelCount: { min: 2 } } }],
  ['advanced constraints', { video: { advanced: [{ width: 640 }] } }],
  ['this tab before all others, and not this tab', { preferCurrentTab: true, selfBrowserSurface: 'exclude' }],
  ['a whole screen, and no whole screens', { video: { displaySurface: 'monitor' }, monitorTypeSurfaces: 'exclude' }],
])('a page cannot ask for %s', (_, asked) => {
  expect(contradiction(asked)).toEqual(expect.any(String));
});

test.each<[string, DisplayOptions]>([
  ['nothing in particular', {}],
  ['a picture and its sound', { video: true, audio: true }],
  ['a picture that is small', { video: { width: { max: 640 }, frameRate: 5, displaySurface: 'window' } }],
])('a page can ask for %s', (_, asked) => {
  expect(contradiction(asked)).toBeUndefined();
});

const names = (asked: DisplayOptions) => offered(asked).map(({ name }) => name);

test('this tab is offered to whoever asks for it, and no whole screen where they are left out', () => {
  expect(names({})).toEqual(['The whole screen', 'A window', 'A tab']);
  expect(names({ selfBrowserSurface: 'include' })).toContain('This tab');
  expect(names({ preferCurrentTab: true })[0]).toBe('This tab');
  expect(names({ monitorTypeSurfaces: 'exclude' })).toEqual(['A window', 'A tab']);
});

test('a wish for a kind of surface puts it first and leaves the others there', () => {
  expect(names({ video: { displaySurface: 'browser' } })).toEqual(['A tab', 'The whole screen', 'A window']);
});

test.each<[string, DisplayOptions, object]>([
  ['nothing said', {}, { width: 1920, height: 1080, frameRate: 15 }],
  ['a largest width', { video: { width: { max: 640 } } }, { width: 640, height: 360, frameRate: 15 }],
  ['the tighter of two', { video: { width: 960, height: { max: 270 } } }, { width: 480, height: 270, frameRate: 15 }],
  ['more than there is', { video: { width: 4000 } }, { width: 1920, height: 1080, frameRate: 15 }],
  ['five frames a second', { video: { frameRate: { max: 5 } } }, { width: 1920, height: 1080, frameRate: 5 }],
])('a screen keeps its shape: %s', (_, asked, format) => {
  expect(formatOf(surfaces[0]!, asked)).toEqual(format);
});
