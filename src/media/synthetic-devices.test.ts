import { afterEach, expect, test, vi } from 'vitest';
import { SyntheticDevices } from './synthetic-devices.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a picture that cannot be', { audio: true, video: { width: { exact: 100_000 } } }],
  ['a camera that is not there', { audio: true, video: { deviceId: { exact: 'another' } } }],
  ['a microphone that is not there', { audio: { deviceId: { exact: 'another' } }, video: true }],
])('asking for %s opens nothing', async (_, asked) => {
  const opened: string[] = [];
  const device = (name: string) =>
    class {
      constructor() {
        opened.push(name);
      }
    };
  for (const name of ['AudioContext', 'MediaStreamAudioDestinationNode', 'Worker']) vi.stubGlobal(name, device(name));
  vi.stubGlobal('document', { createElement: (name: string) => opened.push(name) });
  const devices = new SyntheticDevices('alice', new AbortController().signal);
  await expect(devices.getUserMedia(asked)).rejects.toThrow(/synthetic/);
  expect(opened).toEqual([]);
});
