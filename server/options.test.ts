import { describe, expect, test } from 'vitest';
import { readOptions } from './options.ts';

const plain = {
  port: 8181,
  host: 'localhost',
  lan: false,
  https: false,
  data: '.data',
  keepDays: 30,
  logDetails: false,
};

describe('what is asked for', () => {
  test.each([
    ['nothing at all', [], {}, plain],
    ['a port', ['--port', '9000'], {}, { ...plain, port: 9000 }],
    ['a port behind an equals sign', ['--port=9000'], {}, { ...plain, port: 9000 }],
    ['any free port', ['--port', '0'], {}, { ...plain, port: 0 }],
    ['the network', ['--lan'], {}, { ...plain, host: '::', lan: true, https: true }],
    ['HTTPS on this machine', ['--https'], {}, { ...plain, https: true }],
    ['a certificate', ['--cert', 'a', '--key', 'b'], {}, { ...plain, https: true, cert: 'a', key: 'b' }],
    ['folders', ['--data', 'd', '--mine', 'm'], {}, { ...plain, data: 'd', mine: 'm' }],
    [
      'a relay',
      ['--turn', 'turn:a:3478', '--turn-secret', 's'],
      {},
      { ...plain, turn: { url: 'turn:a:3478', secret: 's' } },
    ],
    [
      'a relay whose secret nobody sees',
      ['--turn', 'turns:a?transport=tcp'],
      { TRICKLE_TURN_SECRET: 's' },
      { ...plain, turn: { url: 'turns:a?transport=tcp', secret: 's' } },
    ],
    ['for how long to keep', ['--keep-days', '7'], {}, { ...plain, keepDays: 7 }],
    ['other hosts', ['--allow', 'A.org,b.example.org'], {}, { ...plain, allow: ['a.org', 'b.example.org'] }],
    ['details in the log', ['--log-details'], {}, { ...plain, logDetails: true }],
    ['a port in the environment', [], { TRICKLE_PORT: '9000' }, { ...plain, port: 9000 }],
    ['a switch in the environment', [], { TRICKLE_HTTPS: 'yes' }, { ...plain, https: true }],
    ['a switch turned off there', [], { TRICKLE_LAN: '0' }, plain],
    ['nothing, by an empty variable', [], { TRICKLE_PORT: '' }, plain],
    ['both: the flag wins', ['--port', '1'], { TRICKLE_PORT: '2' }, { ...plain, port: 1 }],
  ])('%s', (_, argv, env, run) => {
    expect(readOptions(argv, env)).toEqual({ run });
  });
});

describe('what cannot be understood is answered in one sentence', () => {
  test.each([
    [['--prot', '1'], {}, 'There is no flag --prot. Did you mean --port?'],
    [['--lann'], {}, 'There is no flag --lann. Did you mean --lan?'],
    [['--colour'], {}, 'There is no flag --colour. --help lists them all.'],
    [['--__proto__'], {}, 'There is no flag --__proto__. --help lists them all.'],
    [['9000'], {}, '"9000" is not a flag. Flags begin with "--"; --help lists them.'],
    [['--port'], {}, '--port needs a value: write --port N.'],
    [['--mine', '--lan'], {}, '--mine needs a value: write --mine DIR.'],
    [['--lan=yes'], {}, '--lan is a switch and takes no value: write just --lan.'],
    [['--port', '80a'], {}, '"80a" is not a port. A port is a number from 0 to 65535, as in --port 8181.'],
    [['--port', '65536'], {}, '"65536" is not a port. A port is a number from 0 to 65535, as in --port 8181.'],
    [
      ['--allow', 'https://a.org'],
      {},
      '"https://a.org" is not the name of a host. Leave out scheme and port, as in --allow trickle.example.org.',
    ],
    [['--lan', '--host', 'a'], {}, '--lan listens on every address of this machine: leave out --host a.'],
    [['--cert', 'a'], {}, 'A certificate and its key belong together: add --key FILE as well.'],
    [['--key', 'a'], {}, 'A certificate and its key belong together: add --cert FILE as well.'],
    [['--turn', 'turn:a'], {}, 'A relay and its secret belong together: add --turn-secret TEXT as well.'],
    [['--turn-secret', 's'], {}, 'A relay and its secret belong together: add --turn URL as well.'],
    [
      ['--turn', 'https://a', '--turn-secret', 's'],
      {},
      '"https://a" is no address of a relay. It looks like turn:example.org:3478 or turns:example.org:5349.',
    ],
    [[], { TRICKLE_LAN: 'maybe' }, 'TRICKLE_LAN is "maybe", but it is a switch: set it to 1 or to 0.'],
  ])('%j %j', (argv, env, problem) => {
    expect(readOptions(argv, env)).toEqual({ problem });
  });
});

test('the help names every flag and fits into a terminal of 100 columns', () => {
  const { help } = readOptions(['--help'], {}) as { help: string };
  for (const flag of [
    'port',
    'host',
    'lan',
    'https',
    'cert',
    'key',
    'data',
    'keep-days',
    'mine',
    'turn',
    'turn-secret',
    'help',
  ])
    expect(help).toMatch(new RegExp(`^  --${flag} `, 'm'));
  expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});
