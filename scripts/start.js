// `npm start`: plain JavaScript, so that the Node that is there can fetch the one that is needed.
import { install } from './install.js';
import { goOnWith } from './newer-node.js';

await install({ dev: false });
await goOnWith('scripts/serve.ts');
