import { io } from 'socket.io-client';
import type { Hello, RequestName } from '../../protocol/workshop.ts';
import { hears } from '../hears.ts';

type Answer = { ok: boolean; value?: never; refusal?: { reason: string }; sentence?: string };

/** A page in a workshop, without a page around it: everything that it is told is kept, in order. */
export function workshopClient(port: number, hello: Hello | object) {
  const socket = io(`http://127.0.0.1:${port}/workshop`, {
    auth: hello,
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
  });
  const { heard, told: hasTold } = hears(socket, ['connect_error', 'disconnect']);
  /** The first event of this name that is as wanted, whenever it comes. */
  const told = async <Payload>(name: string, isWanted?: (payload: Payload) => boolean) =>
    (await hasTold(name, isWanted))[0] as Payload;

  return {
    socket,
    heard,
    told,
    /** Let in, with the welcome; or not, with the reason. */
    entered: () =>
      Promise.race([
        told<Welcome>('welcome'),
        told<Error & { data: { reason: string } }>('connect_error').then(({ data, message }) => ({ ...data, message })),
      ]) as Promise<Welcome & { reason?: string; message?: string }>,
    ask: (name: RequestName | (string & {}), body: unknown): Promise<Answer> => socket.emitWithAck(name, body),
    /** Done, or why not. */
    async outcome(name: RequestName | (string & {}), body: unknown) {
      const answer: Answer = await socket.emitWithAck(name, body);
      return answer.ok ? 'done' : answer.refusal!.reason;
    },
  };
}

export type WorkshopClient = ReturnType<typeof workshopClient>;
export type Welcome = {
  role: string;
  seat: string;
  console: string;
  token: string;
  invitation: string;
  nr: number;
  // Tests look into it as they need.
  sight: { view: Record<string, never>; own: Record<string, never>; cards: { seat: string; name: string }[] };
};
