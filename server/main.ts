import { join } from 'node:path';
import { lanAddresses } from './addresses.ts';
import { announce, qrCode } from './announce.ts';
import { openJournal } from './journal.ts';
import { type Options, readOptions } from './options.ts';
import { Problem } from './problem.ts';
import { serve } from './serve.ts';
import { whenAddressesChange } from './when-addresses-change.ts';

const house = join(import.meta.dirname, '..');
const asked = readOptions(process.argv.slice(2), process.env);

if ('help' in asked) console.log(asked.help);
else if ('problem' in asked) giveUp(asked.problem);
else await run(asked.run).catch(explain);

async function run(options: Options) {
  // Whoever read our words may go away, as `| head` does: the server is there for others.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const folders = { site: join(house, 'dist'), certs: join(house, 'certs') };
  const journal = openJournal({ isForPeople: process.stdout.isTTY, details: options.logDetails === true });
  const { port, authority, problem, renew, close } = await serve(options, folders, journal);

  const tell = async (addresses: string[]) => {
    console.log(announce({ ...options, port, addresses, authority }).join('\n'));
    const [best] = addresses;
    if (best && process.stdout.isTTY) console.log(`\n${await qrCode(best, port)}`);
  };
  await tell(options.lan ? lanAddresses() : []);
  if (problem) console.error(problem);
  const moved = (addresses: string[]) => {
    console.log('\nThe addresses of this machine have changed.');
    renew().then(() => tell(addresses), explain);
  };
  const stopLooking = options.lan ? whenAddressesChange(moved) : () => {};

  const signals = ['SIGTERM', 'SIGINT'] as const;
  const end = () => {
    // From here on a second signal does what it does to any program: it ends this one at once.
    for (const signal of signals) process.off(signal, end);
    stopLooking();
    void close();
  };
  for (const signal of signals) process.on(signal, end);
}

function explain(error: unknown) {
  if (!(error instanceof Problem)) throw error;
  giveUp(error.message);
}

function giveUp(sentence: string) {
  console.error(sentence);
  process.exitCode = 1;
}
