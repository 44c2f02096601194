import { readCandidate } from '../../sdp/candidate.ts';

export type Situation = {
  /** Alice's own candidates, as the browser wrote them. */
  found: readonly string[];
  errors: readonly { errorCode: number; url: string }[];
  urls: readonly string[];
  relayOnly: boolean;
  /** Whether of all candidates only those over TCP were passed on. */
  tcpOnly: boolean;
  /** How many questions the STUN server of this page has answered since; nothing if it was not named. */
  answered?: number | undefined;
  gathering: RTCIceGatheringState;
  connection: RTCPeerConnectionState;
  /** The types of both ends of the pair that won, once it is known. */
  won?: readonly string[] | undefined;
  /** Whether gathering was not over by the time in which a server that is there has answered. */
  late: boolean;
};

/** What this network allows, in plain words, one sentence a finding. */
export function verdict(situation: Situation): string[] {
  const { found, errors, urls, relayOnly, tcpOnly, answered, gathering, late } = situation;
  const candidates = found.flatMap((text) => readCandidate(text) ?? []);
  const of = (type: string) => candidates.filter((candidate) => candidate.type === type);
  const [hosts, seen, relays] = [of('host'), of('srflx'), of('relay')];
  const over = gathering === 'complete' || late;
  const asks = (scheme: RegExp) => urls.some((url) => scheme.test(url));
  const wrongPassword = errors.find(({ errorCode }) => errorCode === 401);
  const hidden = hosts.some(({ address }) => address.endsWith('.local'));

  return [
    connected(situation),
    way(situation),
    relayOnly &&
      over &&
      relays.length === 0 &&
      'Relay only, and no relay: there is nothing to offer, so nobody can reach you. The browser will not say so.',
    tcpOnly && over && overTcp(situation, candidates.filter(isTcp).length, hidden),
    wrongPassword && `${wrongPassword.url} refused the user name and password (401).`,
    hidden &&
      'Your own addresses are hidden behind names that end in .local, because this page may not use your camera or microphone. Only who shares your network can find them out.',
    ...seen.map(({ address, port }) => `A STUN server saw you at ${address}, port ${port}.`),
    manyPorts(seen) &&
      'Two servers saw two ports for one: this NAT makes a new one for everybody whom you talk to. Without a relay, many will not reach you.',
    !hidden && seen.length > 0 && 'That address is not yours: something in between, a NAT, has changed it.',
    answered !== undefined && `The STUN server of this page has answered ${questions(answered)} since.`,
    over &&
      asks(/^stuns?:/) &&
      seen.length === 0 &&
      !relayOnly &&
      (errors.length > 0 || late || gathering !== 'complete'
        ? 'No STUN server answered. Its name or port is wrong, it is dead, or this network lets no UDP out.'
        : `No server showed an address that you did not have already: no NAT lies between you and ${servers(urls)}.`),
    over &&
      seen.length === 0 &&
      urls.some((url) => loopback.test(url)) &&
      'A server at localhost is this very machine: from an address of the network, browsers do not reach it there.',
    relays.length > 0 && 'A relay took you in: whoever can reach it can reach you, from nearly every network.',
    over &&
      asks(/^turns?:/) &&
      relays.length === 0 &&
      !wrongPassword &&
      'No relay took you in, and the browser does not say why: look at its address, at user name and password, and whether it is there at all.',
    over &&
      !asks(/^turns?:/) &&
      !relayOnly &&
      'No relay was named. Where two networks allow no direct way, there will be none.',
  ].filter((sentence) => typeof sentence === 'string');
}

function connected({ connection, relayOnly, tcpOnly }: Situation) {
  if (connection === 'connected') return 'A way was found.';
  if (connection === 'failed') return 'No way was found.';
  return relayOnly || tcpOnly ? undefined : 'Looking for a way …';
}

function way({ won }: Situation) {
  if (!won) return undefined;
  const [own, theirs] = won;
  const over = won.includes('relay') ? 'everything goes through the TURN server' : 'nobody carries it for them';
  return `The pair that won is a ${own} candidate of Alice’s and a ${theirs} candidate of Bob’s: ${over}.`;
}

const isTcp = ({ transport }: { transport: string }) => transport.toLowerCase() === 'tcp';

function overTcp({ connection }: Situation, count: number, hidden: boolean) {
  if (count === 0)
    return `There is no candidate over TCP${hidden ? ' while your own addresses are hidden' : ''}, so nothing was passed on.`;
  if (connection === 'connected') return false;
  return `${count === 1 ? 'One candidate' : `${count} candidates`} over TCP, all of them active: browsers knock, and never open a door. Where both knock, nobody opens. A TURN server with ?transport=tcp does.`;
}

const questions = (count: number) => (count === 1 ? '1 question' : `${count} questions`);

/** Whoever was asked may stand nearby: what lies further out, they can't tell. */
const servers = (urls: readonly string[]) => (urls.length === 1 ? 'that server' : 'those servers');

const loopback = /^\w+:(localhost|127\.[\d.]+|\[::1\])(:|\?|$)/;

/** A port of this machine that two servers saw as two. */
function manyPorts(seen: readonly { port: string; rest: readonly [string, string][] }[]): boolean {
  const ports = Map.groupBy(seen, ({ rest }) => rest.find(([name]) => name === 'rport')?.[1]);
  return [...ports].some(([own, each]) => own !== '0' && new Set(each.map(({ port }) => port)).size > 1);
}
