import { describe, expect, test } from 'vitest';
import { may, type Power, powers, type Role } from '../../protocol/workshop/powers.ts';
import type { Input } from '../../protocol/workshop/state.ts';
import type { Command } from '../../protocol/workshop.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { freshId, openClass } from './workshop.fixture.ts';

describe('keys', () => {
  test('a wrong key, a wrong code and a wrong recovery code are one answer', async () => {
    const { connect, code, key_: key, visitor } = await openClass();
    const comes = (code: string, key: string) => connect({ as: 'instructor', code, key, console: 'c' }).entered();
    const answers = [await comes(code, 'wrong'), await comes('CCCC-CCCC', key), await comes('nonsense', key)];
    expect(new Set(answers.map(({ message }) => message)).size).toBe(1);
    expect(await visitor.outcome('recover', { code, recovery: 'CDFG' })).toBe('wrong-key');
    expect(await visitor.outcome('recover', { code: 'CCCC-CCCC', recovery: 'CDFG' })).toBe('wrong-key');
  });

  test('recovering gives another key; the old one and what it gave out are worth nothing', async () => {
    const { connect, code, key_: key, recovery, visitor, grace } = await openClass();
    const { pass } = (await grace.ask('invite', { role: 'helper' })).value! as { pass: string };
    const found = (await visitor.ask('recover', { code, recovery: recovery.toLowerCase() })).value! as {
      key: string;
      recovery: string;
    };
    await grace.told('disconnect');
    const comes = (hello: object) => connect({ console: 'c', ...hello }).entered();
    expect(await comes({ as: 'instructor', code, key })).toMatchObject({ reason: 'wrong-key' });
    expect(await comes({ as: 'guest', pass })).toMatchObject({ reason: 'wrong-key' });
    const anew = connect({ as: 'instructor', code, key: found.key, console: 'new' });
    expect(await anew.entered()).toMatchObject({ role: 'instructor' });
    expect(await anew.outcome('commanded', { mail: 'm', command: { what: 'drive' } })).toBe('done');
    expect(await visitor.outcome('recover', { code, recovery })).toBe('wrong-key');
  });

  test('nothing of what is kept is a key', async () => {
    const log = keptInMemory<Input>();
    const { code, key_: key, recovery } = await openClass({ log });
    const kept = JSON.stringify(await log.read(code));
    for (const secret of [key, recovery, recovery.replaceAll('-', '')]) expect(kept).not.toContain(secret);
  });
});

test('every message tried by everybody who may not send it is refused, and changes nothing', async () => {
  const { grace, learner, instructor, connect, visitor, house, code } = await openClass();
  const ada = await learner('Ada');
  const { seat } = ada.welcome;
  const guest = async (role: string) => {
    const { pass } = (await grace.ask('invite', { role })).value! as { pass: string };
    const client = connect({ as: 'guest', pass, console: freshId() });
    await client.entered();
    return client;
  };
  const clients = {
    visitor,
    learner: ada,
    instructor: await instructor('Linus'),
    helper: await guest('helper'),
    stage: await guest('stage'),
  };
  const bodies: Record<Power, object> = {
    open: { title: 't' },
    recover: { code, recovery: 'x' },
    did: { source: 's', events: [{ nr: 1, event: { what: 'raisedHand' } }] },
    trace: { spotlight: 's', entries: [] },
    word: {},
    takeHome: {},
    invite: { role: 'helper' },
    report: { form: 'csv' },
    drive: {},
    askForWheel: {},
    handOver: { console: 'c' },
    plan: { title: 't', agenda: [] },
    lead: { page: '/' },
    stopLeading: {},
    freeze: { on: true },
    setProfile: { profile: null },
    pair: { groups: [[seat, 'x']] },
    unpair: {},
    askVote: { vote: 'v', question: 'q', options: ['a', 'b'] },
    closeVote: {},
    reveal: {},
    endVote: {},
    countDown: { ms: 1 },
    stopCountdown: {},
    spotlight: { seat },
    endSpotlight: {},
    message: { text: 't' },
    claimHand: { seat },
    releaseHand: { seat },
    lowerHand: { seat },
    remove: { seat },
    lock: { on: true },
    end: {},
  };
  const requests = new Set(['open', 'recover', 'did', 'trace', 'word', 'takeHome', 'invite', 'report']);
  const before = (await house.at(code))!.nr;
  let tried = 0;
  for (const power of Object.keys(powers) as Power[])
    for (const [role, client] of Object.entries(clients)) {
      if (may(role as Role, power)) continue;
      const [name, body] = requests.has(power)
        ? [power, bodies[power]]
        : ['commanded', { mail: freshId(), command: { what: power, ...bodies[power] } as Command }];
      expect([power, role, await client.outcome(name, body)]).toEqual([
        power,
        role,
        expect.stringMatching(/^not-(allowed|driving|here)$/),
      ]);
      tried += 1;
    }
  expect(tried).toBeGreaterThan(100);
  expect((await house.at(code))!.nr, 'not even written down').toBe(before);
});
