import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { engineOptions } from '../../server/signaling/engine.ts';
import { report } from './report.ts';

// What signaling cannot cost less than: the same messages over the same Socket.IO, and nobody looks at them.
const server = createServer();
const io = new Server(server, engineOptions);
io.on('connection', (socket) => {
  const { room, userName } = socket.handshake.auth;
  void socket.join(room);
  socket.on('newOffer', (offer) =>
    socket.to(room).emit('newOfferAwaiting', [{ offererUserName: userName, offer, offerIceCandidates: [] }]),
  );
  socket.on('newAnswer', (offer, ack) => {
    ack([]);
    socket.to(room).emit('answerResponse', offer);
  });
  socket.on('sendIceCandidateToSignalingServer', ({ iceCandidate }) =>
    socket.to(room).emit('receivedIceCandidateFromServer', iceCandidate),
  );
});
server.listen(0, '127.0.0.1', () => report(server));
