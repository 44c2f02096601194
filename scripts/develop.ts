import { dev } from 'astro';
import { devServer } from '../build/dev-server.ts';
import { readOptions } from '../server/options.ts';
import { giveUp } from './give-up.js';
import { root } from './root.js';

const asked = readOptions(process.argv.slice(2), process.env);
if ('help' in asked) console.log(asked.help);
else if ('problem' in asked) giveUp(asked.problem);
else await develop(asked.run);

async function develop({ port, host, lan, https, mine }: Extract<typeof asked, { run: unknown }>['run']) {
  if (https && !lan) giveUp('The dev server speaks plain HTTP. For HTTPS use: npm start -- --https');
  const server = await dev({
    root,
    server: { port, host },
    integrations: [devServer({ host, lan, mine })],
  });
  console.log(`Trickle is at http://localhost:${server.address.port}`);
}
