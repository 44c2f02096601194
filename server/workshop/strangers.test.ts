import { expect, test } from 'vitest';
import { limits as wire } from '../../protocol/limits.ts';
import { limits } from '../../protocol/workshop/limits.ts';
import type { WorkshopClient } from '../../tests/workshop/client.ts';
import { freshId, moved, openClass } from './workshop.fixture.ts';

// What somebody would try who has a seat, a pass, a key of another workshop, or the network.

type Class = Awaited<ReturnType<typeof openClass>>;

/** A class that still goes on: somebody comes, acts, and the console hears of it. */
async function goesOn({ grace, learner }: Class) {
  const name = `Bob ${freshId()}`;
  const bob = await learner(name);
  expect(await bob.does(moved)).toMatchObject({ ok: true, value: { refused: [] } });
  await grace.told<{ cards?: { name: string; place: object | null }[] }>(
    'changed',
    ({ cards }) => !!cards?.some((card) => card.name === name.slice(0, 40) && card.place),
  );
}

const below = ({ socket }: WorkshopClient) => (socket.io.engine.transport as unknown as { ws: WebSocket }).ws;

test('frames that no client sends end one connection at most, and no class', async () => {
  const opened = await openClass();
  const noise = [
    '40/workshop,{"as":"visitor"} 40/workshop,{ 40/workshop 40/workshop,[] 40/workshop,null 41/workshop, 40/nowhere,',
    '42/workshop,["did"] 42/workshop,["did",null,7] 42/workshop,[] 42/workshop,{} 42/workshop,[null] 42/workshop,["did"',
    '4299999999999999999999/workshop,["did",{}] 43/workshop,1[] 44/workshop,"x" 45/workshop,1-["did"] 451-/workshop,["did",{"_placeholder":true,"num":0}]',
    '42/workshop,["connect"] 42/workshop,["disconnect"] 42/workshop,["__proto__",{}] 42/workshop,["commanded",{"mail":"m","command":{"what":"__proto__"}}]',
    `42/workshop,["did",${'['.repeat(20_000)}${']'.repeat(20_000)}]`,
    `42/workshop,["trace",{"spotlight":"s","entries":${'[{"body":'.repeat(3_000)}1${'}]'.repeat(3_000)}}]`,
    '0 1 2probe 3probe 5 6 7 \u0000 b bAAAA',
  ].flatMap((line) =>
    line.startsWith('42/workshop,["did",[[') || line.includes('"trace"') ? [line] : line.split(' '),
  );
  for (const frame of noise) {
    const eve = await opened.learner('Eve');
    const ended = eve.told('disconnect');
    below(eve).send(frame);
    await Promise.race([eve.ask('takeHome', {}).catch(() => ended), ended]);
    eve.socket.close();
  }
  await goesOn(opened);
});

test('a message of more bytes than any has ends the connection that sent it, and nothing else', async () => {
  const opened = await openClass();
  const eve = await opened.learner('Eve');
  const ended = eve.told('disconnect');
  below(eve).send(`42/workshop,["did","${'x'.repeat(wire.message)}"]`);
  await ended;
  await goesOn(opened);
});

test('one connection is one person, whoever else it says it is', async () => {
  const { learner, code, key_: key, house } = await openClass();
  const eve = await learner('Eve');
  below(eve).send(`40/workshop,${JSON.stringify({ as: 'instructor', code, key, console: freshId() })}`);
  const said = JSON.stringify(['commanded', { mail: freshId(), command: { what: 'lock', on: true } }]);
  below(eve).send(`42/workshop,${said}`);
  await eve.told('disconnect');
  const { isLocked, consoles } = (await house.at(code))!.state;
  expect([isLocked, consoles.size]).toEqual([false, 1]);
});

test('the instructor of another workshop is a stranger, whatever ids of this one they know', async () => {
  const here = await openClass();
  const { connect, visitor, code, key_: key, grace, learner, house } = here;
  const ada = await learner('Ada');
  await ada.does({ what: 'raisedHand' });
  const theirs = (await visitor.ask('open', { title: 'Theirs' })).value! as { code: string; key: string };
  for (const hello of [
    { as: 'instructor', code, key: theirs.key, console: 'c' },
    { as: 'instructor', code: theirs.code, key, console: 'c' },
  ])
    expect(await connect(hello).entered()).toMatchObject({ reason: 'wrong-key' });
  const mallory = connect({ as: 'instructor', code: theirs.code, key: theirs.key, console: freshId() });
  await mallory.entered();
  const before = (await house.at(code))!.nr;
  const commands = (command: object) => mallory.outcome('commanded', { mail: freshId(), command });
  expect(await commands({ what: 'drive' })).toBe('done');
  const { seat } = ada.welcome;
  for (const command of [
    { what: 'remove', seat },
    { what: 'message', to: seat, text: 'Come to me' },
    { what: 'spotlight', seat },
    { what: 'claimHand', seat },
    { what: 'lowerHand', seat },
    { what: 'pair', groups: [[seat, 'x']] },
    { what: 'handOver', console: grace.welcome.console },
  ])
    expect([command.what, await commands(command)]).toEqual([command.what, expect.stringMatching(/^no-such/)]);
  const { text } = (await mallory.ask('report', { form: 'json' })).value! as { text: string };
  expect(text).not.toContain('Ada');
  // A pass says of which workshop it is, and is signed.
  const { pass } = (await mallory.ask('invite', { role: 'helper' })).value! as { pass: string };
  const [, signature] = pass.split('.');
  const { pass: ours } = (await grace.ask('invite', { role: 'helper' })).value! as { pass: string };
  const forged = `${ours.split('.')[0]}.${signature}`;
  for (const said of [forged, ada.welcome.token, grace.welcome.invitation, `${ours}x`])
    expect(await connect({ as: 'guest', pass: said, console: 'c' }).entered()).toMatchObject({ reason: 'wrong-key' });
  expect((await house.at(code))!.nr).toBe(before);
  await goesOn(here);
});

test('whoever hears the network and says everything once more changes nothing', async () => {
  const { learner, grace, connect, house, code } = await openClass();
  const ada = await learner('Ada');
  const letter = { source: 'page', events: [{ nr: 1, event: { what: 'raisedHand' } }] };
  await ada.outcome('did', letter);
  await ada.outcome('did', { source: 'page', events: [{ nr: 2, event: { what: 'loweredHand' } }] });
  expect(await ada.outcome('did', letter)).toBe('done');
  const paused = { mail: 'pause', command: { what: 'freeze', on: true } };
  for (const said of [paused, { mail: 'go-on', command: { what: 'freeze', on: false } }, paused])
    expect(await grace.outcome('commanded', said)).toBe('done');
  const { state } = (await house.at(code))!;
  expect([state.isFrozen, state.learners.get(ada.welcome.seat)!.hand]).toEqual([false, undefined]);
  // The token that was heard is worth nothing as soon as the page has used a newer one.
  const [first, second] = [ada.welcome.token, await connect({ as: 'learner', seat: ada.welcome.token }).entered()];
  await connect({ as: 'learner', seat: second.token }).entered();
  expect(await connect({ as: 'learner', seat: first }).entered()).toMatchObject({ reason: 'not-here' });
});

test('a pass that went from hand to hand fills no console list, and the instructor has a place all the same', async () => {
  const { grace, connect, instructor } = await openClass();
  const { pass } = (await grace.ask('invite', { role: 'helper' })).value! as { pass: string };
  const come = () => connect({ as: 'guest', pass, console: freshId() }).entered();
  for (let nth = 0; nth < limits.consoles; nth++) expect(await come()).toMatchObject({ role: 'helper' });
  expect(await come()).toMatchObject({ reason: 'too-many-consoles' });
  expect((await instructor('Linus')).welcome.role).toBe('instructor');
});

test('made-up questions make no report too wide to be told', async () => {
  const { learner, grace } = await openClass();
  const ask = (question: string) => ({ what: 'answered', question, choice: 'a' });
  const flood = async (count: number) => {
    const eve = await learner('Eve');
    for (let from = 0; from < count; from += 50) {
      const events = Array.from({ length: 50 }, (_, nth) => ({ nr: from + nth + 1, event: ask(freshId()) }));
      expect(await eve.outcome('did', { source: 's', events })).toBe('done');
    }
  };
  await flood(200);
  await flood(200);
  for (const name of ['Ada', 'Bob'])
    expect(await (await learner(name)).does(ask('/lessons/media/#predict-1') as never)).toMatchObject({ ok: true });
  const { text } = (await grace.ask('report', { form: 'csv' })).value! as { text: string };
  const [head] = text.split('\r\n');
  expect(head!.split(',')).toHaveLength(8 + limits.columns);
  expect(head).toContain('/lessons/media/#predict-1');
});
