import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { onTestFinished } from 'vitest';
import type { Input } from '../../protocol/workshop/state.ts';
import type { Command, Event } from '../../protocol/workshop.ts';
import { workshopClient } from '../../tests/workshop/client.ts';
import { noJournal } from '../journal.ts';
import type { DurableLog } from '../log/durable.ts';
import { keptInMemory } from '../log/kept-in-memory.ts';
import { engineOptions } from '../signaling/engine.ts';
import { workshopNamespace } from './namespace.ts';
import { openWorkshops } from './workshops.ts';

type Place = { log?: DurableLog<Input>; key?: Buffer };

/** Workshops without the house around them, with a log that a test may look into. */
export async function startWorkshops({ log = keptInMemory<Input>(), key = randomBytes(32) }: Place = {}) {
  const http = createServer();
  const io = new Server(http, engineOptions);
  const house = openWorkshops({ key, log, keepMs: 86_400_000, now: Date.now, journal: noJournal });
  workshopNamespace(io, house);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(async () => {
    await io.close();
    await house.close();
  });
  const { port } = http.address() as AddressInfo;
  return { port, house, log, key, connect: connectorTo(port) };
}

let names = 0;
export const freshId = () => `id-${(names += 1)}-${randomBytes(6).toString('hex')}`;

function connectorTo(port: number) {
  return (hello: object) => {
    const client = workshopClient(port, hello);
    onTestFinished(() => void client.socket.close());
    return client;
  };
}

/** A workshop that is open, with Grace at the wheel. */
export async function openClass(place: Place = {}) {
  const started = await startWorkshops(place);
  const { connect } = started;
  const visitor = connect({ as: 'visitor' });
  const { code, key, recovery } = (await visitor.ask('open', { title: 'WebRTC' })).value! as Record<string, string>;
  let mails = 0;

  async function instructor(name: string, console = freshId()) {
    const client = connect({ as: 'instructor', code, key, console, name });
    const welcome = await client.entered();
    return {
      ...client,
      welcome,
      commands: (command: Command) => client.outcome('commanded', { mail: `m-${(mails += 1)}`, command }),
    };
  }
  async function learner(name: string, more: object = {}) {
    const client = connect({ as: 'newcomer', code, ticket: freshId(), name, ...more });
    const welcome = await client.entered();
    const source = freshId();
    let nr = 0;
    const does = (event: Event) => client.ask('did', { source, events: [{ nr: (nr += 1), event }] });
    return { ...client, welcome, does };
  }
  const grace = await instructor('Grace');
  await grace.commands({ what: 'drive' });
  return { ...started, visitor, code: code!, key_: key!, recovery: recovery!, instructor, learner, grace };
}

export type View = Record<string, never>;
export type Told = {
  after: number;
  nr: number;
  view?: View;
  own?: View;
  cards?: { name: string; hand: object | null }[];
  gone?: string[];
};

export const moved: Event = { what: 'moved', place: { page: '/labs/tasklist/', lab: 'tasklist', step: 3 } };
