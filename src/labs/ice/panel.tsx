import { type Signal, signal } from '@preact/signals';
import { type FunctionComponent, render } from 'preact';
import { ownClock } from '../../trace/clock.ts';
import { complaint } from '../../views/gist.ts';
import { Inside } from '../../views/pictures/inside.tsx';
import type { LatePicture } from '../../views/pictures/late-picture.ts';
import type { LabContext } from '../lab.ts';
import { configuration, isPassedOn, listen, meet, tell, wonPair } from './ice.ts';
import './panel.css';
import { linkTo, readServers, writeServers } from './servers.ts';
import { type Situation, verdict } from './verdict.ts';

/** How long a server that answers may take. A browser goes on for half a minute and more, or for ever. */
const patienceMs = 4_000;

/** What the server of this page has to offer: `/api/ice`. */
type Offered = { iceServers: RTCIceServer[]; honest?: string; answered?: number; standIn?: string };

export function mount(root: HTMLElement, context: LabContext) {
  const { newPeer, trace, params, light, signal: leaving } = context;
  const servers = signal(params.get('servers') ?? '');
  const relayOnly = signal(params.get('relay') === '1');
  const tcpOnly = signal(params.get('tcp') === '1');
  const situation = signal<Situation | undefined>(undefined);
  const refused = signal('');
  const offered = signal<Offered>({ iceServers: [] });
  const picture = signal<LatePicture | undefined>(undefined);
  /** What happened since the servers were named last. */
  const drawn = signal({ from: trace.entries.length, count: 0 });
  let peers: RTCPeerConnection[] = [];
  let turns = 0;

  /** Asked anew when somebody gathers, and again when it is over: what lies between is what they cost it. */
  async function askServer() {
    try {
      offered.value = (await (await fetch('/api/ice', { signal: leaving })).json()) as Offered;
    } catch {
      // A copy of the site on static hosting has no server to offer: any other can be typed.
    }
  }

  async function gather() {
    for (const peer of peers) peer.close();
    drawn.value = { from: trace.entries.length, count: 0 };
    refused.value = '';
    situation.value = undefined;
    const iceServers = readServers(servers.value);
    const turn = ++turns;
    const isOver = () => leaving.aborted || turn !== turns;
    try {
      if (asksThis(iceServers)) await askServer();
      if (isOver()) return;
      const both = ['alice', 'bob'].map((who) => newPeer(who, configuration(iceServers, relayOnly.value)));
      peers = both;
      const [alice, bob] = both as [RTCPeerConnection, RTCPeerConnection];
      await meet(alice, bob, watch(alice, bob, iceServers));
    } catch (error) {
      if (!isOver()) refused.value = complaint(error);
    }
  }

  const asksThis = (iceServers: readonly RTCIceServer[]) =>
    iceServers.some(({ urls }) => urls === offered.value.honest);

  /** Resolves when Alice has all candidates that she can expect. */
  function watch(alice: RTCPeerConnection, bob: RTCPeerConnection, iceServers: readonly RTCIceServer[]) {
    const isOver = () => leaving.aborted || peers[0] !== alice;
    const found: string[] = [];
    const errors: Situation['errors'][number][] = [];
    let late = false;
    let answered: number | undefined;
    let won: string[] | undefined;
    const look = () => {
      if (isOver()) return;
      const { iceGatheringState: gathering, connectionState: connection } = alice;
      const urls = iceServers.flatMap(({ urls }) => urls);
      situation.value = {
        found: [...found],
        errors: [...errors],
        urls,
        relayOnly: relayOnly.value,
        tcpOnly: tcpOnly.value,
        answered,
        gathering,
        connection,
        won,
        late,
      };
    };
    const early: [RTCPeerConnection, RTCIceCandidate][] = [];
    const hand = (to: RTCPeerConnection, candidate: RTCIceCandidate) => {
      if (!isPassedOn(candidate, tcpOnly.value)) return;
      if (to.remoteDescription) void tell(to, candidate).catch(() => {});
      else early.push([to, candidate]);
    };
    bob.onsignalingstatechange = alice.onsignalingstatechange = () => {
      for (const [to, candidate] of early.splice(0)) if (!isOver()) hand(to, candidate);
    };
    listen(alice, {
      candidate: (candidate) => {
        found.push(candidate.candidate);
        hand(bob, candidate);
        look();
      },
      error: ({ errorCode, url }) => {
        errors.push({ errorCode, url });
        look();
      },
    });
    listen(bob, { candidate: (candidate) => hand(alice, candidate), error: () => {} });
    alice.onconnectionstatechange = async () => {
      look();
      if (alice.connectionState !== 'connected' || isOver()) return;
      won = (await wonPair(alice)).map((candidate) => candidate?.candidateType ?? 'unknown');
      look();
    };
    look();
    const before = offered.value.answered ?? 0;
    const gathered = new Promise<void>((gathered) => {
      alice.onicegatheringstatechange = () => {
        look();
        if (alice.iceGatheringState === 'complete') gathered();
      };
      setTimeout(() => {
        // Once there is a way, what was not answered by then counts as complete as well.
        late = alice.iceGatheringState !== 'complete';
        look();
        gathered();
      }, patienceMs);
    });
    if (asksThis(iceServers))
      void gathered.then(askServer).then(() => {
        answered = (offered.value.answered ?? 0) - before;
        look();
      });
    return gathered;
  }

  trace.follow(() => {
    drawn.value = { ...drawn.value, count: trace.entries.length - drawn.value.from };
  }, leaving);

  async function begin() {
    await askServer();
    if (!params.has('servers')) servers.value = ofThisServer(offered.value);
    // Not awaited: who names other servers meanwhile closes these peers, and a closed one never answers.
    void gather();
    picture.value = (await import('../../views/candidates/picture.tsx')).Picture;
  }

  function Panel() {
    const Picture = picture.value;
    const { from, count } = drawn.value;
    return (
      <div class="ice-lab">
        <Form {...{ servers, relayOnly, tcpOnly, offered: offered.value }} onGather={() => void gather()} />
        {refused.value && (
          <p class="refused">
            The browser refuses these servers: <q>{refused.value}</q>
          </p>
        )}
        <Verdict situation={situation.value} />
        {Picture && <Picture key={from} entries={trace.entries.slice(from)} moment={count} clock={ownClock} />}
        <Inside trace={trace} growing onPick={({ line }) => line && light(line)} />
      </div>
    );
  }

  render(<Panel />, root);
  void begin();
  return () => render(null, root);
}

/** Its STUN at an address that can be asked from this machine as well, and its TURN, if it has any. */
const ofThisServer = ({ iceServers, honest }: Offered) =>
  writeServers([
    ...(honest === undefined ? [] : [{ urls: honest }]),
    ...iceServers.filter(({ urls }) => honest === undefined || !String(urls).startsWith('stun:')),
  ]);

function Verdict({ situation }: { situation: Situation | undefined }) {
  return (
    <section class="verdict" aria-label="What this network allows">
      <p role="status" aria-label="Gathering">
        {situation
          ? `Alice’s gathering: ${situation.gathering}. Her connection: ${situation.connection}.`
          : 'Nobody gathers.'}
      </p>
      <ul>{situation && verdict(situation).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </section>
  );
}

type FormProps = {
  servers: Signal<string>;
  relayOnly: Signal<boolean>;
  tcpOnly: Signal<boolean>;
  offered: Offered;
  onGather(): void;
};
type Prepared = { title: string; text: string | undefined; relay?: true; tcp?: true };

const Form: FunctionComponent<FormProps> = ({ servers, relayOnly, tcpOnly, offered, onGather }) => {
  const { standIn } = offered;
  const set = ({ text, relay, tcp }: Prepared) => {
    servers.value = text!;
    relayOnly.value = relay === true;
    tcpOnly.value = tcp === true;
    onGather();
  };
  const prepared: Prepared[] = [
    { title: 'Nobody', text: '' },
    { title: 'This server', text: ofThisServer(offered) || undefined },
    { title: 'As if behind a NAT', text: standIn },
    { title: 'A server that is not there', text: 'stun:nobody.invalid:3478' },
    {
      title: 'A relay with a wrong password',
      text: standIn && `${standIn.replace('stun:', 'turn:')} alice wrong`,
      relay: true,
    },
    { title: 'Nobody, and TCP only', text: '', tcp: true },
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onGather();
      }}
    >
      <label>
        Servers, one a line: <code>stun:host:port</code>, or <code>turn:host:port name password</code>
        <textarea
          rows={2}
          spellcheck={false}
          value={servers.value}
          onInput={({ currentTarget }) => (servers.value = currentTarget.value)}
        />
      </label>
      <p class="prepared">
        {prepared
          .filter(({ text }) => text !== undefined)
          .map((each) => (
            <button key={each.title} type="button" class="small" onClick={() => set(each)}>
              {each.title}
            </button>
          ))}
      </p>
      <p class="prepared">
        <button type="submit" class="strong">
          Gather
        </button>
        <Tick says="Relay only" value={relayOnly} />
        <Tick says="Pass on TCP only" value={tcpOnly} />
        <a href={linkTo(servers.value, { relayOnly: relayOnly.value, tcpOnly: tcpOnly.value })}>
          A link with these servers
        </a>
      </p>
    </form>
  );
};

const Tick = ({ says, value }: { says: string; value: Signal<boolean> }) => (
  <label class="tick">
    <input
      type="checkbox"
      checked={value.value}
      onChange={({ currentTarget }) => (value.value = currentTarget.checked)}
    />
    {says}
  </label>
);
