import { limits } from '../../protocol/limits.ts';
import { networkOf } from '../network-of.ts';

type Connection = { once(event: 'close', listener: () => void): unknown };

/** Who is connected from where: nobody can take every place that this process has for connections. */
export function countCallers() {
  const open = new Map<string, number>();
  return {
    /** Why one more from this address is too many, if it is. */
    refuse(address: string): string | undefined {
      if ((open.get(networkOf(address)) ?? 0) < limits.connections) return;
      return `There are ${limits.connections} connections from your network already. Close some pages, and try again.`;
    },
    add(address: string, connection: Connection) {
      const network = networkOf(address);
      open.set(network, (open.get(network) ?? 0) + 1);
      connection.once('close', () => {
        const left = open.get(network)! - 1;
        if (left > 0) open.set(network, left);
        else open.delete(network);
      });
    },
    /** From how many networks there is somebody. */
    get networks() {
      return open.size;
    },
  };
}
