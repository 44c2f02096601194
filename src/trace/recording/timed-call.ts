import { createRecorder, type Recorder } from '../recorder.ts';
import { createTrace } from '../trace.ts';
import { aCall, connected, gathered, once, open } from './a-call.ts';
import { ownLine } from './own-line.ts';

// Calls for the bench: recorded as those of a lab are, lines included, or not at all.

type NewPeer = Recorder['newPeer'];

/** How a page of a bench makes its connections. Each call has a trace of its own, as each run of a lab has. */
function peers(isRecorded: boolean): NewPeer {
  if (!isRecorded) return () => new RTCPeerConnection();
  const trace = createTrace(() => performance.now());
  const recorder = createRecorder({ trace, lineOf: ownLine, found: () => {} });
  recorder.devices(navigator.mediaDevices, 'alice');
  return recorder.newPeer;
}

const picture = () => navigator.mediaDevices.getUserMedia({ audio: true, video: true });

function hangUp(stream: MediaStream, ...peers: RTCPeerConnection[]) {
  for (const track of stream.getTracks()) track.stop();
  for (const peer of peers) peer.close();
}

/** Resolves with the first picture of the other. */
async function sight(peer: RTCPeerConnection) {
  const { streams } = await once<RTCTrackEvent>(peer, 'track');
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = streams[0]!;
  await Promise.all([once(video, 'loadeddata'), video.play()]);
}

/** How many milliseconds after somebody asked for the camera all had said hello, and whoever is shown was seen. */
type Took = { saidHello: number; seen: number };

/** A call that has both of its ends in this page. Alice is shown. */
export async function inOnePage(isRecorded: boolean): Promise<Took> {
  const began = performance.now();
  const newPeer = peers(isRecorded);
  const stream = await picture();
  const [alice, bob] = [newPeer('alice'), newPeer('bob')];
  const first = sight(bob);
  await aCall(alice, bob, stream);
  const saidHello = performance.now() - began;
  await first;
  const seen = performance.now() - began;
  hangUp(stream, alice, bob);
  return { saidHello, seen };
}

/** A way to the other page: a bare WebSocket to a room of the server, as in the blog series. */
export async function openLine(url: string) {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  return socket;
}

/** Alice's end of a call with bob, who is in another page. Both are shown. */
export async function callFrom(socket: WebSocket, isRecorded: boolean): Promise<Took> {
  const began = performance.now();
  const newPeer = peers(isRecorded);
  const stream = await picture();
  const alice = newPeer('alice');
  const ready = exchange(alice, socket);
  const chat = alice.createDataChannel('chat');
  const hello = once(chat, 'message');
  const first = sight(alice);
  for (const track of stream.getTracks()) alice.addTrack(track, stream);
  await alice.setLocalDescription(await alice.createOffer());
  say(socket, 'SDP', alice.localDescription);
  await open(chat);
  chat.send('hello, Bob');
  await hello;
  await ready;
  const saidHello = performance.now() - began;
  const bobSees = once(chat, 'message');
  chat.send('do you see me?');
  await Promise.all([first, bobSees]);
  const seen = performance.now() - began;
  hangUp(stream, alice);
  return { saidHello, seen };
}

/** Bob's end of such a call, until alice hangs up. */
export async function answerAt(socket: WebSocket, isRecorded: boolean): Promise<void> {
  const newPeer = peers(isRecorded);
  const bob = newPeer('bob');
  // Before anything is waited for: the line keeps nothing for who comes late to it.
  const called = once<RTCDataChannelEvent>(bob, 'datachannel');
  const asked = picture();
  const first = sight(bob);
  exchange(bob, socket, async () => {
    const stream = await asked;
    for (const track of stream.getTracks()) bob.addTrack(track, stream);
    await bob.setLocalDescription();
    say(socket, 'SDP', bob.localDescription);
  });
  const { channel } = await called;
  await once(channel, 'message');
  channel.send('hello, Alice');
  await Promise.all([once(channel, 'message'), first]);
  channel.send('I see you');
  await once(channel, 'close');
  hangUp(await asked, bob);
  socket.close();
}

const say = (socket: WebSocket, message_type: string, content: unknown) =>
  socket.send(JSON.stringify({ message_type, content }));

/** Passes on what one end finds and takes what the other has found; resolves when it is connected and has no more. */
function exchange(peer: RTCPeerConnection, socket: WebSocket, described?: () => Promise<void>) {
  peer.onicecandidate = ({ candidate }) => candidate && say(socket, 'CANDIDATE', candidate);
  const early: RTCIceCandidateInit[] = [];
  socket.onmessage = async ({ data }) => {
    const { message_type, content } = JSON.parse(data);
    if (message_type === 'SDP') {
      await peer.setRemoteDescription(content);
      for (const candidate of early.splice(0)) peer.addIceCandidate(candidate);
      await described?.();
    }
    if (message_type === 'CANDIDATE') {
      if (peer.remoteDescription) peer.addIceCandidate(content);
      else early.push(content);
    }
  };
  return Promise.all([connected(peer), gathered(peer)]);
}
