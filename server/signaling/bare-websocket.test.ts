import { describe, expect, test } from 'vitest';
import { openHouse } from '../house.fixture.ts';
import { blogClient, ice } from './blog-client.fixture.ts';
import { inLobby } from './course-client.fixture.ts';

const offer = (sdp: string) => ({ type: 'offer', sdp });
const answer = (sdp: string) => ({ type: 'answer', sdp });

/** Alice and Bob in a room for two. */
async function pair(room = '/ws/blog') {
  const { port } = await openHouse();
  const [alice, bob] = [await blogClient(port, room), await blogClient(port, room)];
  await alice.told('PEER_JOINED');
  return { port, alice, bob };
}

describe('a call as in the blog series', () => {
  test('reaches the other as it was sent: offer, answer, candidates', async () => {
    const { alice, bob } = await pair();
    alice.offers('o1');
    alice.finds('a1');
    await bob.told('SDP');
    bob.finds('b1');
    bob.answers('w1');
    await alice.told('CANDIDATE');
    alice.finds('a2');
    alice.finds(null);
    await bob.told('CANDIDATE', 3);
    expect(alice.understood()).toEqual([answer('w1'), ice('b1')]);
    expect(bob.understood()).toEqual([offer('o1'), ice('a1'), ice('a2'), null]);
  });

  test('an offer made while nobody is there waits for whoever comes', async () => {
    const { port } = await openHouse();
    const alice = await blogClient(port, '/ws/blog');
    alice.offers('o1');
    await alice.settled();
    const bob = await blogClient(port, '/ws/blog');
    expect((await bob.told('SDP')).content).toEqual(offer('o1'));
  });

  test('of two offers that cross the first stands, so that two pages which both press Start are connected', async () => {
    const { alice, bob } = await pair();
    alice.offers('o1');
    await alice.settled();
    // The page has not yet seen the offer that is on its way.
    bob.offers('o2');
    expect(await bob.told('REFUSED')).toMatchObject({ about: 'SDP', content: { refusal: { reason: 'crossed' } } });
    bob.answers('w1');
    await alice.told('SDP');
    await bob.settled();
    expect(alice.understood()).toEqual([answer('w1')]);
    // It is over: now either may renegotiate.
    bob.offers('o3');
    expect((await alice.told('SDP', 2)).content).toEqual(offer('o3'));
  });

  test('an offer replaces the one that its maker had open', async () => {
    const { port } = await openHouse();
    const alice = await blogClient(port, '/ws/blog');
    alice.offers('o1');
    alice.offers('o2');
    await alice.settled();
    const bob = await blogClient(port, '/ws/blog');
    await bob.settled();
    expect(bob.understood()).toEqual([offer('o2')]);
  });

  test('whoever closes the page is gone, and makes room for another', async () => {
    const { port, alice, bob } = await pair();
    bob.socket.close();
    await alice.told('PEER_LEFT');
    const carol = await blogClient(port, '/ws/blog');
    expect(await carol.told('WELCOME')).toMatchObject({ content: { peers: [expect.anything()] } });
  });
});

describe('a room for two', () => {
  test('a third is told so, with the code 4001, and the two hear nothing of it', async () => {
    const { port, alice, bob } = await pair();
    const carol = await blogClient(port, '/ws/blog');
    expect(await carol.closed).toEqual({ code: 4001, reason: expect.stringMatching(/^This room is for two/) });
    await Promise.all([alice.settled(), bob.settled()]);
    for (const { heard } of [alice, bob]) expect(JSON.stringify(heard)).not.toContain('PEER_LEFT');
  });

  test('it is nobody else’s: another name is another room', async () => {
    const { port, alice } = await pair();
    const carol = await blogClient(port, '/ws/other%20room');
    carol.offers('o1');
    await carol.settled();
    await alice.settled();
    expect(alice.understood()).toEqual([]);
  });
});

describe('carriers meet', () => {
  test('a program of the blog calls one of the course', async () => {
    const { port } = await openHouse();
    const bob = await inLobby(port, 'bob');
    const alice = await blogClient(port, '/ws/lobby?password=x&name=alice');
    alice.offers('o1');
    alice.finds('a1');
    const waiting = await bob.waitingOffer();
    expect(waiting).toMatchObject({ offererUserName: 'alice', offer: offer('o1') });
    await alice.settled();
    expect(await bob.answers(waiting, 'w1')).toEqual([ice('a1')]);
    bob.finds('b1');
    await alice.told('CANDIDATE');
    expect(alice.understood()).toEqual([answer('w1'), ice('b1')]);
  });

  test('and is called by it', async () => {
    const { port } = await openHouse();
    const [alice, bob] = [await inLobby(port, 'alice'), await blogClient(port, '/ws/lobby?password=x&name=bob')];
    alice.calls('o1');
    await bob.told('SDP');
    bob.answers('w1');
    expect(await alice.told('answerResponse')).toMatchObject([{ answererUserName: 'bob', answer: answer('w1') }]);
    expect(bob.understood()).toEqual([offer('o1')]);
  });
});

describe('everything that cannot be is answered', () => {
  test.each([
    ['no JSON', 'hello', 'malformed', 'look at message_type'],
    ['JSON that is no message', '[1]', 'malformed', 'look at message_type'],
    ['a type with a slip in it', '{"message_type":"CANDIDTE"}', 'unknown-message', 'Did you mean "CANDIDATE"?'],
    ['a description without an SDP', '{"message_type":"SDP","content":{"type":"offer"}}', 'malformed', 'look at sdp'],
    ['a description of no kind', '{"message_type":"SDP","content":"v=0"}', 'malformed', 'read this SDP'],
    ['a rollback', '{"message_type":"SDP","content":{"type":"rollback","sdp":"v=0"}}', 'wrong-type', '"rollback"'],
    ['an answer to nobody', '{"message_type":"SDP","content":{"type":"answer","sdp":"v=0"}}', 'no-such-offer', 'never'],
    ['an id that is somebody else’s', '{"message_type":"HANG_UP","content":{"offer":"a:1"}}', 'no-such-offer', 'never'],
    ['a prototype', '{"message_type":"__proto__","content":{}}', 'unknown-message', '"__proto__"'],
  ])('%s', async (_, text, reason, sentence) => {
    const { alice } = await pair();
    alice.socket.send(text);
    const { content } = await alice.told('REFUSED');
    expect(content).toMatchObject({ refusal: { reason }, sentence: expect.stringContaining(sentence) });
    alice.socket.send(Buffer.from(text));
    expect(await alice.told('REFUSED', 2)).toMatchObject({ content: { refusal: { reason: 'malformed' } } });
  });

  test('with a mail of its own every message is', async () => {
    const { alice, bob } = await pair();
    alice.say({ message_type: 'SDP', content: offer('o1'), mail: 'm1' });
    const { mail, content } = await alice.told('REPLY');
    expect([mail, content]).toMatchObject(['m1', { ok: true, value: { offer: expect.any(String) } }]);
    alice.say({ message_type: 'SDP', content: offer('o1'), mail: 'm1' });
    await alice.told('REPLY', 2);
    await bob.settled();
    expect(bob.understood(), 'and applied once').toEqual([offer('o1')]);
  });
});

describe('beyond the blog series', () => {
  const welcomed = async (client: Awaited<ReturnType<typeof blogClient>>) => {
    const { content } = await client.told('WELCOME');
    return content as { you: { seat: string; name: string }; token?: string; resumed: boolean; last: number };
  };

  test('who asks for a seat has it back after a lost connection, and hears what was missed, in a room for two too', async () => {
    const { port } = await openHouse();
    const alice = await blogClient(port, '/ws/a?name=alice&seat=');
    const { you, token, last } = await welcomed(alice);
    const bob = await blogClient(port, '/ws/a?name=bob');
    await alice.told('PEER_JOINED');
    alice.socket.terminate();
    await alice.closed;
    bob.offers('o1');
    await bob.settled();

    const again = await blogClient(port, `/ws/a?seat=${token}&heard=${last + 1}`);
    expect(await welcomed(again)).toMatchObject({ you, resumed: true });
    expect(await again.told('SDP')).toMatchObject({ nr: last + 2, content: offer('o1') });
    again.answers('w1');
    expect((await bob.told('SDP')).content).toEqual(answer('w1'));
  });

  test('a seat of another room is none of this one', async () => {
    const { port, alice } = await pair();
    const eve = await blogClient(port, '/ws/elsewhere?seat=');
    const { token } = await welcomed(eve);
    const third = await blogClient(port, `/ws/blog?seat=${token}`);
    expect(await third.closed).toMatchObject({ code: 4001 });
    await alice.settled();
  });

  test('a name that is taken gets a number, and what hides in a name is taken out', async () => {
    const { port } = await openHouse();
    const names = ['alice', 'alice', '\u202ealice'].map((name) => `/parties/main/a?name=${encodeURIComponent(name)}`);
    const said: string[] = [];
    for (const path of names) said.push((await welcomed(await blogClient(port, path))).you.name);
    expect(said).toEqual(['alice', 'alice 2', 'alice 3']);
  });

  test('whoever watches sees what the server does, from the beginning, takes no seat, and may say nothing', async () => {
    const { port, alice, bob } = await pair();
    alice.offers('o1');
    await alice.settled();
    const watcher = await blogClient(port, '/ws/blog?watch=1');
    const { content } = await watcher.told('ENTRIES');
    expect(content).toContainEqual(expect.objectContaining({ who: 'server', what: 'held', name: 'offer' }));
    bob.answers('w1');
    const { content: next } = await watcher.told('ENTRIES', 2);
    expect(next).toContainEqual(expect.objectContaining({ what: 'sent', name: 'answer' }));
    watcher.offers('o2');
    expect(await watcher.told('REFUSED')).toMatchObject({ content: { refusal: { reason: 'not-here' } } });
  });

  test('hanging up and leaving reach the other', async () => {
    const { alice, bob } = await pair();
    alice.offers('o1');
    const { offer } = await bob.told('SDP');
    bob.answers('w1');
    await alice.told('SDP');
    alice.say({ message_type: 'HANG_UP', content: { offer: (offer as { id: string }).id } });
    expect(await bob.told('HUNG_UP')).toMatchObject({ content: { offer: (offer as { id: string }).id } });
    alice.say({ message_type: 'LEAVE' });
    await bob.told('PEER_LEFT');
    alice.offers('o2');
    expect(await alice.told('REFUSED')).toMatchObject({ content: { refusal: { reason: 'not-here' } } });
  });
});
