import { expect, test } from 'vitest';
import { openHouse } from '../../server/house.fixture.ts';
import type { Carrier } from '../../src/carriers/carrier.ts';
import { inThisPage } from '../../src/carriers/in-this-page.ts';
import { socketIo } from '../../src/carriers/socket-io.ts';
import { party } from '../../src/carriers/websocket.ts';
import { described, join } from './person.ts';

// Not over a bare WebSocket: its rooms are for two.
const carriers: Record<string, (url: string) => Carrier> = {
  'Socket.IO': socketIo,
  'a party': party,
  'this page': () => inThisPage(),
};

test.each(Object.entries(carriers))(
  'over %s an offer to all is answered by one, and the third hears that it is gone',
  async (_, open) => {
    const { port } = await openHouse();
    const carrier = open(`http://localhost:${port}`);
    const alice = await join(carrier, { name: 'alice' });
    const bob = await join(carrier, { name: 'bob' });
    const carol = await join(carrier, { name: 'carol' });
    await alice.seat.offer(described('offer', 'o1'));
    const { offer } = await bob.told('offerWaiting');
    await carol.told('offerWaiting');
    await bob.seat.answer(offer.id, described('answer', 'w1'));
    expect(await carol.told('offerWithdrawn')).toEqual({ what: 'offerWithdrawn', offer: offer.id, why: 'answered' });
    await Promise.all([alice.told('answered'), bob.settled(), carol.settled()]);
    // Only a third is told so: for the two the call has just begun.
    expect(alice.story().slice(2)).toEqual(['answer "w1" of bob']);
    expect(bob.story()).toEqual(['peerJoined carol', 'offer "o1" of alice']);
    expect(carol.story()).toEqual(['offer "o1" of alice', 'no offer: answered']);
    expect(await carol.seat.answer(offer.id, described('answer', 'w2'))).toMatchObject({
      ok: false,
      refusal: { reason: 'already-answered' },
    });
  },
);
