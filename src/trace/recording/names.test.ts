import { expect, test } from 'vitest';
import { createNames } from './names.ts';

test('things are numbered by actor, and a label that is doubled is told apart', () => {
  const { numbered, labelled } = createNames();
  expect([numbered('alice', 'pc'), numbered('alice', 'pc'), numbered('bob', 'pc')]).toEqual(['pc1', 'pc2', 'pc1']);
  expect([labelled('alice', 'chat'), labelled('alice', 'chat'), labelled('bob', 'chat')]).toEqual([
    'chat',
    'chat#2',
    'chat',
  ]);
});

test('a label cannot take the name of something else', () => {
  const { numbered, labelled } = createNames();
  expect([
    numbered('alice', 'pc'),
    labelled('alice', 'pc1'),
    labelled('alice', 'pc2'),
    numbered('alice', 'pc'),
  ]).toEqual(['pc1', 'pc1#2', 'pc2', 'pc3']);
});
