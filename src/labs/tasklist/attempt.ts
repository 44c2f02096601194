import type { Candidate } from '../../../protocol/messages.ts';
import { openMailbox } from '../../carriers/mailbox.ts';
import { newId } from '../../carriers/new-id.ts';
import { isNotThere } from '../../carriers/no-server.ts';
import type { LabContext, Reach } from '../lab.ts';
import type { Call, Given } from './call.ts';
import { callCarrier } from './call-carrier.ts';
import { episodeOf } from './episode.ts';
import { onwards } from './onwards.ts';
import { createRunner } from './runner.ts';
import { serversNamed } from './servers-named.ts';
import type { Side, Step } from './step.ts';

type Wanted = {
  room: string;
  here: readonly Side[];
  order: readonly Step[];
  /** Somebody has something new to show. */
  changed(): void;
  /** By which way the other is reached. */
  reached(through: Reach['through']): void;
};

export type Attempt = ReturnType<typeof beginAttempt>;

/** One go at the whole list, with connections, seats and a trace of its own. */
export function beginAttempt(context: LabContext, { room, here, order, changed, reached }: Wanted) {
  const leave = new AbortController();
  const signal = AbortSignal.any([leave.signal, context.signal]);
  const episode = episodeOf(context.trace, signal);
  const iceServers: RTCIceServer[] = [];
  // Looked for with the first step, and not before: a lab that nobody touches asks nobody.
  let way: Promise<Reach> | undefined;
  const reach = () => (way ??= context.carrier().catch(isNotThere));
  let found: Promise<void> | undefined;
  const ready = () => (found ??= prepare());

  async function prepare() {
    const { through } = await reach();
    reached(through);
    if (through === 'server') iceServers.push(...(await serversNamed(signal)));
  }
  let watching = false;

  /** The server's lane begins with the first who sits in the room. */
  async function watch() {
    if (watching) return;
    watching = true;
    const { carrier } = await reach();
    const numbered = onwards('server', context.trace.entries);
    await carrier.watch({ room }, (entries) => void context.trace.take(numbered(entries)), signal);
  }

  function callOf(who: Side): Call {
    const carrier = callCarrier({
      who,
      room,
      carrier: async () => (await reach()).carrier,
      trace: context.trace,
      signal,
    });
    const given: Given = {
      // Bound and handed on as they are: the line that is noted is the one of the step, and none of this file's.
      devices: context.devicesOf(who),
      newPeer: context.newPeer.bind(undefined, who),
      iceServers,
      carrier: {
        ...carrier,
        async connect() {
          await carrier.connect();
          await watch();
        },
      },
      // A candidate is what it says of itself in JSON, which is all that becomes of it on the way.
      found: openMailbox<Candidate>() as Given['found'],
      show(stream) {
        given.shown = stream;
        changed();
      },
    };
    return given as Call;
  }

  // Whoever was invited sees what has been done before they come.
  if (here.length === 1 && here[0] === 'bob') void ready().then(watch, () => {});

  const calls = Object.fromEntries(here.map((who) => [who, callOf(who)])) as Partial<Record<Side, Call>>;
  const runner = createRunner({ order, calls, trace: context.trace, signal, ready });

  function letGo() {
    for (const { peer, stream } of Object.values(calls) as Partial<Call>[]) {
      peer?.close();
      for (const track of stream?.getTracks() ?? []) track.stop();
    }
  }

  function end() {
    leave.abort();
    letGo();
    // A question that somebody is still reading may be answered after all.
    void runner.idle.then(letGo);
  }

  return { id: newId(), room, here, order, calls, episode, runner, signal, end };
}
