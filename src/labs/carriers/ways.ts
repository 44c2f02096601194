import type { Carrier } from '../../carriers/carrier.ts';
import { inThisPage } from '../../carriers/in-this-page.ts';
import { socketIo } from '../../carriers/socket-io.ts';
import { party, webSocket } from '../../carriers/websocket.ts';
import type { Way } from './way-names.ts';

// #region ways
export const ways = {
  'Socket.IO': socketIo,
  WebSocket: webSocket,
  'PartyKit room': party,
  'This page': inThisPage,
} satisfies Record<Way, () => Carrier>;
// #endregion ways
