import { createServer } from 'node:http';
import { attach } from '../../server/attach.ts';
import { report } from './report.ts';

// Signaling as it is: everything is checked, decided in its room, numbered, and held for whoever comes later.
const server = createServer();
attach(server);
server.listen(0, '127.0.0.1', () => report(server));
