import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hello } from '../../protocol/workshop.ts';
import { understand } from './answer.ts';
import { passes } from './passes.ts';
import { freshId, moved, openClass } from './workshop.fixture.ts';

test('what cannot be read is refused, and says why', async () => {
  const { learner } = await openClass();
  const ada = await learner('Ada');
  const wrong: [string, string, unknown, string][] = [
    ['an unknown message', 'dance', {}, 'unknown-message'],
    ['a name that every object has', 'constructor', {}, 'unknown-message'],
    ['nothing', 'did', undefined, 'malformed'],
    [
      'an address elsewhere',
      'did',
      { source: 's', events: [{ nr: 1, event: { what: 'moved', place: { page: '//evil.example' } } }] },
      'malformed',
    ],
    ['an event that does not exist', 'did', { source: 's', events: [{ nr: 1, event: { what: 'flew' } }] }, 'malformed'],
    [
      'too many at once',
      'did',
      { source: 's', events: Array(51).fill({ nr: 1, event: { what: 'raisedHand' } }) },
      'malformed',
    ],
  ];
  for (const [what, name, body, reason] of wrong) expect([what, await ada.outcome(name, body)]).toEqual([what, reason]);
});

test('nothing that anybody sends is more than refused', () => {
  const anything = fc.anything({ withNullPrototype: true, withBigInt: true });
  const names = fc.oneof(fc.constantFrom('did', 'commanded', 'trace', 'open', '__proto__'), fc.string());
  fc.assert(
    fc.property(names, anything, (name, body) => {
      expect(() => understand(name, body)).not.toThrow();
      expect(hello.safeParse(body).success).toBe(false);
    }),
  );
});

test('no token, pass or invitation that somebody makes up is more than nothing', () => {
  const signed = passes(Buffer.alloc(32, 3));
  const real = signed.signSeat('CDFG-HJKM', 'ada', 1);
  const part = fc.constantFrom(...real.split('.'));
  const made = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.tuple(fc.oneof(part, fc.base64String()), fc.oneof(part, fc.base64String())).map((parts) => parts.join('.')),
    fc.jsonValue().map((claim) => `${Buffer.from(JSON.stringify(claim)).toString('base64url')}.${real.split('.')[1]}`),
  );
  fc.assert(
    fc.property(made, (token) => {
      if (token !== real) expect(signed.readSeat(token)).toBeUndefined();
      expect(signed.readGuest(token)).toBeUndefined();
      expect(signed.isInvited('CDFG-HJKM', token)).toBe(false);
    }),
  );
});

test('who talks without end is told to wait, and then cut off', async () => {
  const { learner } = await openClass();
  const ada = await learner('Ada');
  const events = Array.from({ length: 50 }, (_, nth) => ({ nr: nth + 1, event: moved }));
  const says = () => ada.outcome('did', { source: 's', events });
  const outcomes: string[] = [];
  for (let nth = 0; nth < 9; nth++) outcomes.push(await says());
  expect([outcomes[0], outcomes.at(-1)]).toEqual(['done', 'too-fast']);
  for (let nth = 0; nth < 9; nth++) ada.socket.emit('did', { source: 's', events });
  await ada.told('disconnect');
});

test('names are text, everywhere', async () => {
  const { grace, learner, connect, code } = await openClass();
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '\u202egnp.\u2066exe',
    '=HYPERLINK("http://evil","x")',
    '@SUM(1)',
    `q${'\u0323'.repeat(10_000)}`,
    '"quoted", and\r\nbroken',
  ];
  for (const name of hostile) await learner(name.slice(0, 1_000));
  // Longer than any name is: nobody has to clean ten thousand marks first.
  const flood = connect({ as: 'newcomer', code, ticket: freshId(), name: hostile[4] });
  expect(await flood.entered()).toMatchObject({ reason: 'malformed' });
  const { text } = (await grace.ask('report', { form: 'csv' })).value! as { text: string };
  const lines = text.split('\r\n').slice(1, -1);
  const begins = [
    '"<img src=x onerror=alert(1)>",',
    '"gnp.exe",',
    `"'=HYPERLINK(""http://evil"",""x"")",`,
    `"'@SUM(1)",`,
    `"q${'\u0323'.repeat(4)}",`,
    '"""quoted"", and broken",',
  ];
  expect(lines.map((line, nth) => line.slice(0, begins[nth]!.length))).toEqual(begins);
});
