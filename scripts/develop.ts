import { dev } from 'astro';
import { devServer } from '../build/dev-server.ts';
import { type NearbyStun, openNearby } from '../server/ice/nearby-stun.ts';
import { openStandIn } from '../server/ice/stand-in-nat.ts';
import { openStun, type StunServer } from '../server/ice/stun-server.ts';
import { openJournal } from '../server/journal.ts';
import { readOptions } from '../server/options.ts';
import { giveUp } from './give-up.js';
import { root } from './root.js';

// Whatever the shell says: in a production environment nobody tells a page that its source has changed.
process.env.NODE_ENV = 'development';

const asked = readOptions(process.argv.slice(2), process.env);
if ('help' in asked) console.log(asked.help);
else if ('problem' in asked) giveUp(asked.problem);
else await develop(asked.run);

async function develop({ https, ...options }: Extract<typeof asked, { run: unknown }>['run']) {
  const { port, host, lan } = options;
  if (https && !lan) giveUp('The dev server speaks plain HTTP. For HTTPS use: npm start -- --https');
  const journal = openJournal({ isForPeople: true, details: options.logDetails === true });
  let stun: StunServer | undefined;
  let nearby: { honest: NearbyStun; standIn: NearbyStun } | undefined;
  const server = await dev({
    root,
    server: { port, host },
    // Seats are signed with the key in the data folder, so that they outlive the server that a change replaces.
    integrations: [devServer({ ...options, journal, stunPort: () => stun?.port, nearby: () => nearby })],
  });
  stun = await openStun(host, server.address.port);
  nearby = { honest: await openNearby(lan), standIn: await openStandIn(lan) };
  console.log(`Trickle is at http://localhost:${server.address.port}`);
  if (stun.problem) console.error(stun.problem);
}
