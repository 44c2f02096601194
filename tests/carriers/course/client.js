// A client as somebody writes it who follows the course: its events, its payloads, one connection, and no word of ours.
// `?spelling=other` is somebody who followed the text, where a few things are called differently than in the code.
const said = new URLSearchParams(location.search);
const userName = said.get('name');
const isOther = said.get('spelling') === 'other';
const localVideo = document.querySelector('#local');
const remoteVideo = document.querySelector('#remote');

let localStream;
let peerConnection;
let didIOffer = false;

const server = document.currentScript.dataset.server || location.origin;
const socket = io.connect(server, { auth: { [isOther ? 'username' : 'userName']: userName, password: 'x' } });

async function prepare(offer) {
  localStream = await navigator.mediaDevices.getUserMedia({ video: true });
  localVideo.srcObject = localStream;
  peerConnection = new RTCPeerConnection();
  for (const track of localStream.getTracks()) peerConnection.addTrack(track, localStream);
  peerConnection.addEventListener('track', ({ streams: [stream] }) => {
    remoteVideo.srcObject = stream;
  });
  peerConnection.addEventListener('icecandidate', ({ candidate: iceCandidate }) => {
    if (!iceCandidate) return;
    socket.emit('sendIceCandidateToSignalingServer', { iceCandidate, iceUserName: userName, didIOffer });
  });
  if (offer) await peerConnection.setRemoteDescription(offer);
}

document.querySelector('#call').addEventListener('click', async () => {
  await prepare();
  didIOffer = true;
  const offer = await peerConnection.createOffer();
  await peerConnection.setLocalDescription(offer);
  socket.emit('newOffer', offer);
});

function showOffers(offers) {
  for (const offer of offers) {
    const button = document.createElement('button');
    button.textContent = `Answer ${isOther ? offer.offerUserName : offer.offererUserName}`;
    button.addEventListener('click', () => answer(offer));
    document.body.append(button);
  }
}

async function answer(waiting) {
  await prepare(waiting.offer);
  const description = await peerConnection.createAnswer();
  await peerConnection.setLocalDescription(description);
  let answered = { ...waiting, answer: description };
  if (isOther) {
    const { offerUserName, offer, offererIceCandidates, answerIceCandidates } = waiting;
    answered = { offerUserName, offer, offererIceCandidates, answerIceCandidates, answerUserName: userName };
    answered.answer = description;
    // There it is sent twice, the first time without asking for the candidates.
    socket.emit('newAnswer', answered);
  }
  const candidates = await socket.emitWithAck('newAnswer', answered);
  for (const candidate of candidates) peerConnection.addIceCandidate(candidate);
}

socket.on('availableOffers', showOffers);
socket.on('newOfferAwaiting', showOffers);
socket.on('answerResponse', async (offer) => {
  document.querySelector('#partner').textContent = isOther ? offer.answerUserName : offer.answererUserName;
  await peerConnection.setRemoteDescription(offer.answer);
});
socket.on('receivedIceCandidateFromServer', (candidate) => peerConnection.addIceCandidate(candidate));
