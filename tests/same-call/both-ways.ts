import type { Entry } from '../../protocol/entry.ts';
import { inThisPage } from '../../src/carriers/in-this-page.ts';
import { openMailbox } from '../../src/carriers/mailbox.ts';
import { recorded } from '../../src/carriers/recorded.ts';
import { answer, call, type End } from '../../src/labs/call/call.ts';
import type { Call } from '../../src/labs/tasklist/call.ts';
import { callCarrier } from '../../src/labs/tasklist/call-carrier.ts';
import type { StepBody } from '../../src/labs/tasklist/progress.ts';
import { createRunner } from '../../src/labs/tasklist/runner.ts';
import { steps } from '../../src/labs/tasklist/steps.ts';
import { SyntheticDevices } from '../../src/media/synthetic-devices.ts';
import { createRecorder } from '../../src/trace/recorder.ts';
import { createTrace } from '../../src/trace/trace.ts';

/** Two ends in this page, a room between them, and everything recorded. */
function openHouse() {
  const leave = new AbortController();
  const trace = createTrace(() => performance.now());
  const recorder = createRecorder({ trace, lineOf: () => undefined, found: () => {} });
  const carrier = recorded(inThisPage(), trace);
  const means = { room: 'tea', carrier: async () => carrier, trace, signal: leave.signal };
  const endOf = (who: string) => {
    const devices = new SyntheticDevices(who, leave.signal) as unknown as MediaDevices;
    recorder.devices(devices, who);
    const { promise: seen, resolve: show } = Promise.withResolvers<MediaStream>();
    const end = {
      devices,
      newPeer: recorder.newPeer.bind(undefined, who),
      iceServers: [],
      carrier: callCarrier({ who, ...means }),
      found: openMailbox() as unknown as Call['found'],
      show: (stream: MediaStream) => {
        (end as Partial<Call>).shown = stream;
        show(stream);
      },
    };
    return { end: end as unknown as Call, seen };
  };
  return { trace, signal: leave.signal, alice: endOf('alice'), bob: endOf('bob'), close: () => leave.abort() };
}

const until = (peer: RTCPeerConnection, happens: string, isTrue: () => boolean) =>
  new Promise<void>((done) => {
    const look = () => isTrue() && done();
    peer.addEventListener(happens, look);
    look();
  });
const becomes = (state: RTCPeerConnectionState) => (peer: RTCPeerConnection) =>
  until(peer, 'connectionstatechange', () => peer.connectionState === state);
const [connected, failed] = [becomes('connected'), becomes('failed')];
const gathered = (peer: RTCPeerConnection) =>
  until(peer, 'icegatheringstatechange', () => peer.iceGatheringState === 'complete');

/** What each end did, in its own order. How many candidates there are, and when they come, is the browser's affair. */
const story = (entries: readonly Entry[]) =>
  Object.fromEntries(
    ['alice', 'bob'].map((who) => [
      who,
      entries
        .filter((entry) => entry.who === who && ['call', 'throw', 'sent', 'received'].includes(entry.what))
        // What waited at the door of a page is received there twice: when it came, and when it was fetched.
        .filter(
          ({ what, mail }, at, all) =>
            what !== 'received' || all.findIndex((one) => one.mail === mail && one.what === what) === at,
        )
        .filter(({ name }) => !/candidate|collect|addEventListener/i.test(name))
        .map(({ what, name }) => `${what} ${name}`),
    ]),
  );

const toTake = steps.filter(({ byItself }) => !byItself);

function stepByStep({ trace, signal, alice, bob }: ReturnType<typeof openHouse>) {
  const calls = { alice: alice.end, bob: bob.end };
  return createRunner({ order: steps, calls, trace, signal, ready: async () => {} });
}

export async function byStep() {
  const house = openHouse();
  const { trace, alice, bob, close } = house;
  const wentWell = await stepByStep(house).takeAll(toTake);
  await Promise.all([connected(alice.end.peer), connected(bob.end.peer), alice.seen, bob.seen]);
  alice.end.peer.close();
  bob.end.peer.close();
  close();
  const unmet = trace.entries.filter(({ what, body }) => what === 'step' && (body as StepBody).unmet);
  return { wentWell, unmet, story: story(trace.entries) };
}

export async function inOneGo() {
  const { trace, alice, bob, close } = openHouse();
  await alice.end.carrier.connect();
  await bob.end.carrier.connect();
  const ends = await Promise.all([call(alice.end as End), answer(bob.end as End)]);
  await Promise.all([...ends.map(({ peer }) => connected(peer)), alice.seen, bob.seen]);
  for (const { peer } of ends) peer.close();
  close();
  return { story: story(trace.entries) };
}

/** Where a call can be left alone: behind each step but the last. */
export const gaps = toTake.slice(0, -1).map(({ key }) => key);

/** A call for each of these gaps: all of them are left alone in it at once, for so long, and then taken to their end. */
export async function leftAloneIn(gaps: readonly string[], waitMs: number) {
  const calls = await Promise.all(
    gaps.map(async (key) => {
      const house = openHouse();
      const runner = stepByStep(house);
      const cut = toTake.findIndex((step) => step.key === key) + 1;
      for (const step of toTake.slice(0, cut)) {
        // So many calls at once find their candidates late, and with none of hers Bob's browser waits for something else.
        if (step.key === 'hand-over') await gathered(house.alice.end.peer);
        await runner.take(step);
      }
      return { key, house, finish: () => runner.takeAll(toTake.slice(cut)) };
    }),
  );
  await new Promise((go) => setTimeout(go, waitMs));
  const ends: Record<string, string> = {};
  for (const { key, house, finish } of calls) {
    const wentWell = await finish();
    const { peer } = house.bob.end;
    await Promise.race([Promise.all([connected(peer), house.alice.seen, house.bob.seen]), failed(peer)]);
    ends[key] = wentWell ? `${peer.connectionState}, ${peer.iceConnectionState}` : 'a step went wrong';
    house.alice.end.peer.close();
    peer.close();
    house.close();
  }
  return ends;
}
