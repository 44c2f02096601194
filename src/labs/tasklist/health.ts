import type { Fold } from '../../views/moments.ts';
import type { Side } from './step.ts';

/** How the connections are, how the line to the server is, and who has gone. */
export type Health = {
  readonly connection: Readonly<Partial<Record<Side, string>>>;
  readonly lost: readonly string[];
  readonly gone?: string;
};

export const healthFold: Fold<Health> = {
  start: { connection: {}, lost: [] },
  advance(health, { who, what, name, body }) {
    if (what === 'state' && name === 'connection')
      return { ...health, connection: { ...health.connection, [who]: String(body) } };
    if (what !== 'event') return health;
    const others = health.lost.filter((one) => one !== who);
    switch (name) {
      case 'connectionLost':
        return who === 'server' ? health : { ...health, lost: [...others, who] };
      case 'connectionBack':
        return { ...health, lost: others };
      case 'peerLeft':
        return { ...health, connection: {}, gone: String(body) };
      case 'peerJoined': {
        const { gone: _, ...here } = health;
        return here;
      }
      default:
        return health;
    }
  },
};

export const isConnected = ({ connection }: Health) => Object.values(connection).includes('connected');
export const hasGivenUp = ({ connection }: Health) =>
  (Object.keys(connection) as Side[]).find((who) => connection[who] === 'failed');
