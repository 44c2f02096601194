import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { heal } from './heal.ts';

class Line extends EventTarget {
  connectionState: RTCPeerConnectionState = 'connected';
  becomes(state: RTCPeerConnectionState) {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

let line: Line;
let restart: ReturnType<typeof vi.fn<() => void>>;
let over: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  [line, restart, over] = [new Line(), vi.fn(), new AbortController()];
  heal(line, restart, over.signal);
});
afterEach(() => void vi.useRealTimers());

test('a silence that heals by itself is left alone', () => {
  line.becomes('disconnected');
  vi.advanceTimersByTime(1_400);
  line.becomes('connected');
  vi.advanceTimersByTime(60_000);
  expect(restart).not.toHaveBeenCalled();
});

test('ICE is restarted 1.5 s after the silence began, and then every 4 s until connected', () => {
  line.becomes('disconnected');
  vi.advanceTimersByTime(1_500);
  expect(restart).toHaveBeenCalledTimes(1);
  line.becomes('connecting');
  vi.advanceTimersByTime(4_000);
  expect(restart).toHaveBeenCalledTimes(2);
  line.becomes('failed');
  vi.advanceTimersByTime(4_000);
  expect(restart).toHaveBeenCalledTimes(3);
  line.becomes('connected');
  vi.advanceTimersByTime(60_000);
  expect(restart).toHaveBeenCalledTimes(3);
});

test('whoever has hung up looks for no way any more', () => {
  line.becomes('disconnected');
  over.abort();
  vi.advanceTimersByTime(60_000);
  expect(restart).not.toHaveBeenCalled();
});
