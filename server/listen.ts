import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { Problem } from './problem.ts';

/** Listens at every address that the host stands for, on one port, and says which. */
export async function listen(server: HttpServer, host: string, port: number): Promise<number> {
  try {
    return await listenAt(server, host, port);
  } catch (cause) {
    throw new Problem(explain(cause as NodeJS.ErrnoException, host, port), { cause });
  }
}

async function listenAt(server: HttpServer, host: string, port: number): Promise<number> {
  if (host === 'localhost') return listenAtHome(server, port);
  try {
    return await open(server, host, port);
  } catch (error) {
    // "::" lets IPv4 in as well, but does not exist on a machine that was built without IPv6.
    if (host === '::' && isMissing(error)) return open(server, '0.0.0.0', port);
    throw error;
  }
}

/** Browsers try ::1 first for "localhost": if another program sat there, it would be taken for us. So we sit at both. */
async function listenAtHome(server: HttpServer, port: number): Promise<number> {
  const chosen = await open(server, '127.0.0.1', port);
  const other = createServer((socket) => server.emit('connection', socket));
  try {
    await open(other, '::1', chosen);
  } catch (error) {
    if (isMissing(error)) return chosen;
    await once(server.close(), 'close');
    // A free port was asked for, and this one is free on one side only.
    if (port === 0) return listenAtHome(server, port);
    throw error;
  }
  server.once('close', () => other.close());
  return chosen;
}

async function open(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const isMissing = (error: unknown) =>
  ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String((error as NodeJS.ErrnoException).code));

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop the program that holds it, or choose another: --port ${port < 65535 ? port + 1 : 8181}`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023, as in --port 8181`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `This machine has no address "${host}". Leave --host out, or name one of its own addresses.`;
    default:
      return `It is not possible to listen on port ${port} of ${host}: ${message}`;
  }
}
