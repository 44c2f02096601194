import { describe } from 'vitest';
import { openHouse } from '../../server/house.fixture.ts';
import type { Carrier } from '../../src/carriers/carrier.ts';
import { inThisPage } from '../../src/carriers/in-this-page.ts';
import { socketIo } from '../../src/carriers/socket-io.ts';
import { party, webSocket } from '../../src/carriers/websocket.ts';
import { conversation } from './conversation.suite.ts';

const carriers = { 'Socket.IO': socketIo, 'a bare WebSocket': webSocket, 'a party': party };

describe.each(Object.entries(carriers))('over %s', (_, carrier) => {
  conversation(async () => {
    const { port } = await openHouse();
    const both = carrier(`http://localhost:${port}`);
    return { alice: both, bob: both };
  });
});

describe('in this page', () => {
  conversation(async () => {
    const both: Carrier = inThisPage();
    return { alice: both, bob: both };
  });
});

const pairs = Object.entries(carriers).flatMap(([alice, a]) =>
  Object.entries(carriers).map(([bob, b]) => [alice, bob, a, b] as const),
);

describe.each(pairs.filter(([alice, bob]) => alice !== bob))('from %s to %s', (_alice, _bob, a, b) => {
  conversation(async () => {
    const { port } = await openHouse();
    return { alice: a(`http://localhost:${port}`), bob: b(`http://localhost:${port}`) };
  });
});
