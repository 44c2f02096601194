import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { noReport, report, withWay } from './lab-report.ts';

let seq = 0;
const entry = (fact: Partial<Entry>): Entry => ({
  id: `alice:${(seq += 1)}`,
  seq,
  at: seq,
  who: 'alice',
  what: 'note',
  name: '',
  ...fact,
});
const reported = (...facts: Partial<Entry>[]) => facts.map(entry).reduce(report, noReport);
const state = (name: string, body: string, who = 'alice', on = 'pc1') =>
  ({ what: 'state', name, body, who, on }) as const;
const step = (step: string, is: string, more: object = {}) =>
  ({ what: 'step', name: step, body: { step, is, ...more } }) as const;

test('tells step and act', () => {
  expect(reported(step('5', 'running', { act: 'offer' }))).toMatchObject({ step: 5, act: 'Make an offer' });
});

test('tells the states of the newest connection of alice, and of bob where he is alone', () => {
  const before = [state('signaling', 'stable', 'bob'), state('ice', 'new', 'bob')];
  expect(reported(...before).standing).toEqual({ signaling: 'stable', ice: 'new' });
  expect(reported(...before, state('signaling', 'have-local-offer'), state('ice', 'checking', 'bob')).standing).toEqual(
    {
      signaling: 'have-local-offer',
    },
  );
  expect(reported(state('ice', 'failed'), state('ice', 'new', 'alice', 'pc2')).standing).toEqual({ ice: 'new' });
});

test('tells by which candidate the connection goes', () => {
  const stats = new Map(
    Object.entries({
      t: { type: 'transport', selectedCandidatePairId: 'p2' },
      p1: { id: 'p1', type: 'candidate-pair', localCandidateId: 'l1', state: 'failed' },
      p2: { id: 'p2', type: 'candidate-pair', localCandidateId: 'l2', state: 'succeeded' },
      l1: { type: 'local-candidate', candidateType: 'host' },
      l2: { type: 'local-candidate', candidateType: 'relay' },
    }),
  );
  const connected = reported(state('connection', 'connected'));
  expect(withWay(connected, 'alice pc1', stats).standing).toEqual({ connection: 'connected', candidate: 'relay' });
  expect(withWay(connected, 'alice pc2', stats)).toBe(connected);
  expect(withWay(connected, 'alice pc1', [])).toBe(connected);
});

test('tells the last error until a step succeeds', () => {
  const wrong = {
    what: 'throw',
    name: 'setRemoteDescription',
    body: { name: 'InvalidStateError', message: 'stable' },
  } as const;
  expect(reported(wrong).standing.error).toBe('setRemoteDescription: InvalidStateError (stable)');
  expect(reported(wrong, step('16', 'failed', { said: 'It would not.' })).standing.error).toBe('It would not.');
  expect(reported(wrong, step('16', 'done')).standing).toEqual({});
});

test('what is in a trace besides is nobody’s business', () => {
  expect(
    reported(
      { what: 'call', name: 'getUserMedia', body: { video: true } },
      { what: 'sent', name: 'offer', body: 'sdp' },
    ),
  ).toEqual(noReport);
});
