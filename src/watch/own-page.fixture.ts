import { type BrowserContext, expect } from '@playwright/test';

/** A learner's page that talks the course's way; with the one line it is recorded. `?name=` and `?room=` say who comes where. */
export const ownPage = (firstLine = '<script src="/record.js"></script>') => `<!doctype html>
<html lang="en">
  <head>
    <title>My page</title>
    <link rel="icon" href="data:,">
    ${firstLine}
    <script src="/socket.io/socket.io.js"></script>
  </head>
  <body>
    <button id="call">Call</button>
    <p id="state"></p>
    <script>
      const asked = new URLSearchParams(location.search);
      const userName = asked.get('name');
      const socket = io.connect(location.origin, { auth: { userName, room: asked.get('room'), password: '' } });
      const peer = new RTCPeerConnection();
      let didIOffer = false;
      let add;
      const described = new Promise((resolve) => (add = resolve));
      peer.onicecandidate = ({ candidate }) => {
        const found = { iceCandidate: candidate, iceUserName: userName, didIOffer };
        if (candidate) socket.emit('sendIceCandidateToSignalingServer', found);
      };
      peer.onconnectionstatechange = () => {
        document.getElementById('state').textContent = peer.connectionState;
      };
      document.getElementById('call').onclick = async () => {
        didIOffer = true;
        peer.createDataChannel('chat');
        const offer = await peer.createOffer();
        await peer.setLocalDescription(offer);
        socket.emit('newOffer', offer);
      };
      async function answer([offer]) {
        if (!offer || didIOffer) return;
        await peer.setRemoteDescription(offer.offer);
        const made = await peer.createAnswer();
        await peer.setLocalDescription(made);
        for (const found of await socket.emitWithAck('newAnswer', { ...offer, answer: made })) peer.addIceCandidate(found);
        add();
      }
      socket.on('availableOffers', answer);
      socket.on('newOfferAwaiting', answer);
      socket.on('answerResponse', async ({ answer }) => {
        await peer.setRemoteDescription(answer);
        add();
      });
      socket.on('receivedIceCandidateFromServer', async (found) => {
        await described;
        peer.addIceCandidate(found);
      });
    </script>
  </body>
</html>`;

/** Rob-1 calls Rob-2, each in a tab of its own. */
export async function callBetween(context: BrowserContext, url: string, file = 'call.html') {
  const [callee, caller] = [await context.newPage(), await context.newPage()];
  await callee.goto(`${url}/mine/${file}?room=tea&name=Rob-2`);
  await caller.goto(`${url}/mine/${file}?room=tea&name=Rob-1`);
  await caller.getByRole('button', { name: 'Call' }).click();
  for (const page of [callee, caller]) await expect(page.locator('#state')).toHaveText('connected');
  return { callee, caller };
}
