import type { News } from '../../protocol/messages.ts';
import { inThisPage } from '../../src/carriers/in-this-page.ts';
import { socketIo } from '../../src/carriers/socket-io.ts';
import { party, webSocket } from '../../src/carriers/websocket.ts';

// One side of a call, as a page has it: runs in a browser, not in the test.

const page = inThisPage();
const carriers = { 'Socket.IO': socketIo, 'a bare WebSocket': webSocket, 'a party': party, 'this page': () => page };
export type Way = keyof typeof carriers;

/** Where a call can be, seen from one of its ends. */
export type Point = 'offered' | 'offer heard' | 'answered' | 'answer heard' | 'candidate heard';

const { iceServers } = await (await fetch('/api/ice')).json();

export type Side = {
  name: 'alice' | 'bob';
  way: Way;
  room: string;
  password?: string;
  withVideo?: boolean;
  withoutChat?: boolean;
  /** Says nothing of candidates that are hidden behind a name, as if nobody could resolve it. */
  withoutNames?: boolean;
  iceTransportPolicy?: RTCIceTransportPolicy;
};

/** What came through, which kinds of candidates the other was told, and which pair of them it came through. */
export type Outcome = { heard: string; said: string[]; pair: string };

/** Calls or is called, until everything has come through on both sides. */
export async function talk({ name, way, room, password, ...how }: Side): Promise<Outcome> {
  const over = new AbortController();
  delete document.body.dataset.cameThrough;
  const entered = await carriers[way]().join({ room, password, name }, over.signal);
  if (!entered.ok) throw new Error(entered.sentence);
  const seat = entered.value;
  const peer = new RTCPeerConnection({ iceServers, iceTransportPolicy: how.iceTransportPolicy });
  over.signal.addEventListener('abort', () => peer.close());
  const [heard, frame, company, hungUp, alone] = [promised<string>(), promised(), promised(), promised(), promised()];
  if (seat.peers.length > 0) company.resolve();
  if (how.withVideo) {
    // With its stream: by that a program of the course finds what to show.
    const stream = clock(over.signal);
    for (const track of stream.getTracks()) peer.addTrack(track, stream);
    peer.ontrack = ({ track }) => watch(track, frame.resolve, over.signal);
  } else frame.resolve();
  if (how.withoutChat) heard.resolve('');

  const said = new Set<string>();
  peer.onicecandidate = ({ candidate }) => {
    if (how.withoutNames && candidate?.candidate.includes('.local')) return;
    if (candidate?.type) said.add(candidate.type);
    void seat.candidate(candidate);
  };
  const chat = (channel: RTCDataChannel) => {
    const hello = () => channel.send(`hello from ${name}`);
    if (name === 'alice') channel.onopen = hello;
    channel.onmessage = ({ data }) => {
      // Not in `datachannel`: what Chromium is told to send there it now and then never sends, though the channel says
      // that it is open (its `messagesSent` stays 0). Where a message has arrived, one can leave.
      if (name === 'bob') hello();
      heard.resolve(data);
    };
  };
  peer.ondatachannel = ({ channel }) => chat(channel);

  let offer = '';
  let done = Promise.resolve();
  seat.listen((news) => {
    done = done.then(() => obey(news as News));
  });
  async function obey(news: News) {
    if (news.what === 'offerWaiting') {
      offer = news.offer.id;
      await window.reached('offer heard');
      await peer.setRemoteDescription(news.offer.description as RTCSessionDescriptionInit);
      await peer.setLocalDescription();
      await seat.answer(offer, peer.localDescription!);
      await window.reached('answered');
    }
    if (news.what === 'answered') {
      await window.reached('answer heard');
      await peer.setRemoteDescription(news.answer as RTCSessionDescriptionInit);
    }
    if (news.what === 'candidateFound') {
      await window.reached('candidate heard');
      await peer.addIceCandidate(news.candidate ?? undefined);
    }
    if (news.what === 'peerJoined') company.resolve();
    if (news.what === 'hungUp') hungUp.resolve();
    if (news.what === 'peerLeft') alone.resolve();
  }

  if (name === 'alice') {
    await company.promise;
    chat(peer.createDataChannel('chat'));
    await peer.setLocalDescription();
    await seat.offer(peer.localDescription!);
    await window.reached('offered');
  }
  await frame.promise;
  const outcome = { heard: await heard.promise, said: [...said], pair: await pairOf(peer) };
  document.body.dataset.cameThrough = room;
  // Whoever closes first takes away what the other has not seen yet. Bob says when he has seen everything, and goes
  // after Alice. A program of the course says nothing: it is gone when the
  // test has seen that everything came through on both sides.
  if (name === 'bob') await seat.hangUp(offer);
  await Promise.race([alone.promise, ...(name === 'alice' ? [hungUp.promise] : [])]);
  await seat.leave();
  over.abort();
  return outcome;
}

const promised = <Value = void>() => Promise.withResolvers<Value>();

/** A picture that changes all the time. */
function clock(signal: AbortSignal): MediaStream {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const turning = setInterval(() => {
    context.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }, 50);
  signal.addEventListener('abort', () => clearInterval(turning));
  return canvas.captureStream();
}

function watch(track: MediaStreamTrack, seen: () => void, signal: AbortSignal) {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  video.requestVideoFrameCallback(seen);
  document.body.append(video);
  signal.addEventListener('abort', () => video.remove());
  void video.play();
}

async function pairOf(peer: RTCPeerConnection): Promise<string> {
  const stats = new Map<string, Record<string, string>>();
  for (const [id, stat] of (await peer.getStats()) as unknown as Map<string, Record<string, string>>)
    stats.set(id, stat);
  const all = [...stats.values()];
  const chosen = all.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  const pair = chosen
    ? stats.get(chosen)
    : all.find(({ type, state, nominated }) => {
        return type === 'candidate-pair' && state === 'succeeded' && String(nominated) === 'true';
      });
  return [pair?.localCandidateId, pair?.remoteCandidateId].map((id) => stats.get(id ?? '')?.candidateType).join(' to ');
}
