import { readCandidate, takeApart, typeMeanings } from '../candidate.ts';
import { table } from '../table.ts';
import { type Part, rfc, type Tell } from '../telling.ts';

const isLater = 'It belongs to the generation of credentials that stands beside it: after an ICE restart both are new.';

const options = table({
  trickle: 'Candidates may follow one by one, after this description (trickle ICE).',
  ice2: 'It keeps to the newer edition of ICE, RFC 8445.',
  renomination: 'The side that decides may change its mind about the pair, and say so again.',
  'google-ice': 'It speaks a dialect of ICE that Chromium had before the standard, and has given up.',
});

export const ice: Readonly<Record<string, Tell>> = {
  'ice-ufrag': (ufrag) => ({
    about: 'The user name for connectivity checks',
    says: `Whoever checks a path to this side signs in as “${ufrag}”. ${isLater}`,
    place: rfc(8839, '5.4'),
  }),
  'ice-pwd': () => ({
    about: 'The password for connectivity checks',
    says: 'A check is taken for real only if it was signed with this. It protects the checks, not the media.',
    place: rfc(8839, '5.4'),
  }),
  'ice-options': (argument) => {
    const words = argument.split(' ');
    return {
      about: 'What this side’s ICE can do',
      says: words.map((word) => options.get(word) ?? `It supports ${word}.`).join(' '),
      place: words.includes('trickle') ? rfc(8840) : rfc(8839, '5.6'),
      ...(words.some((word) => !options.has(word)) && { isGeneral: true as const }),
    };
  },
  'ice-lite': () => ({
    about: 'A server that needs no ICE of its own',
    says: 'This side only answers checks, and the other one has to make them. Servers with a public address do so.',
    place: rfc(8839, '5.3'),
  }),
  candidate: (argument) => {
    const candidate = readCandidate(argument);
    if (!candidate) {
      return {
        about: 'A candidate that cannot be read',
        says: 'A way to reach this side should stand here: foundation, component, transport, priority, address, port, typ and type.',
        place: rfc(8839, '5.1'),
      };
    }
    const { foundation, component, transport, priority, address, port, type, rest } = candidate;
    const { typePreference, localPreference } = takeApart(priority);
    const means: Part[] = [
      {
        text: foundation,
        means: 'the foundation: candidates of one kind from one place share it, and are thawed one by one',
      },
      {
        text: component,
        means:
          component === '2'
            ? 'component 2: RTCP, where it has a port of its own'
            : 'component 1: the media, and with rtcp-mux everything',
      },
      { text: transport, means: `over ${transport.toUpperCase()}` },
      {
        text: String(priority),
        means: `the priority: ${typePreference} for its type, ${localPreference} among its like`,
      },
      {
        text: address,
        means: address.endsWith('.local')
          ? 'an mDNS name: it hides an address of the local network from the page'
          : 'the address',
      },
      {
        text: port,
        means:
          port === '9' && transport.toLowerCase() === 'tcp'
            ? 'port 9, for this side calls and is not called'
            : 'the port',
      },
      { text: `typ ${type}`, means: typeMeanings.get(type) ?? 'a type that this page does not know' },
      ...rest.map(([name, value]) => ({
        text: `${name} ${value}`,
        means: extension(name, value) ?? 'an extension of somebody’s',
      })),
    ];
    const isKnown = typeMeanings.has(type) && rest.every(([name, value]) => extension(name, value));
    return {
      about: 'A way to reach this side',
      says: `Try ${address}, port ${port}, over ${transport.toUpperCase()}: ${typeMeanings.get(type) ?? `a candidate of the type ${type}`}.`,
      parts: means,
      place: rfc(8839, '5.1'),
      ...(!isKnown && { isGeneral: true as const }),
    };
  },
  'remote-candidates': () => ({
    about: 'The pair that was chosen',
    says: 'The controlling side tells which candidates of the other one it settled on.',
    place: rfc(8839, '5.2'),
  }),
  'end-of-candidates': () => ({
    about: 'There will be no more candidates',
    says: 'All candidates of this generation have been told.',
    place: rfc(8840),
  }),
  'ice-pacing': (ms) => ({
    about: 'How fast to check',
    says: `This side would start a new check every ${ms} ms.`,
    place: rfc(8839, '5.5'),
  }),
  'ice-mismatch': () => ({
    about: 'ICE was given up',
    says: 'The address in the description was none of its candidates: something in between rewrote it.',
    place: rfc(8839, '5.3'),
  }),
};

function extension(name: string, value: string): string | undefined {
  switch (name) {
    case 'raddr':
      return 'the address behind it, as far as it may be told';
    case 'rport':
      return 'the port behind it';
    case 'tcptype':
      return tcpTypes.get(value);
    case 'ufrag':
      return 'the user name of the generation that it belongs to';
    case 'generation':
      return 'how many times this connection has restarted ICE, as Chromium counts it';
    case 'network-id':
      return 'which network interface, as Chromium numbers them';
    case 'network-cost':
      return 'how costly that network is: Wi-Fi 10, mobile up to 900';
    default:
      return undefined;
  }
}

const tcpTypes = table({
  active: 'this side calls',
  passive: 'this side waits to be called',
  so: 'both sides call at once',
});
