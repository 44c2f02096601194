/** A call in this page, with a picture and a chat; resolves once both have said hello and have no more candidates. */
export async function aCall(alice: RTCPeerConnection, bob: RTCPeerConnection, stream: MediaStream) {
  alice.onicecandidate = ({ candidate }) => bob.addIceCandidate(candidate!);
  bob.onicecandidate = ({ candidate }) => alice.addIceCandidate(candidate!);
  const settled = [alice, bob].flatMap((peer) => [connected(peer), gathered(peer)]);
  const chat = alice.createDataChannel('chat');
  const theirs = new Promise<RTCDataChannel>((came) => bob.addEventListener('datachannel', (e) => came(e.channel)));
  for (const track of stream.getTracks()) alice.addTrack(track, stream);

  const offer = await alice.createOffer();
  await alice.setLocalDescription(offer);
  await bob.setRemoteDescription(offer);
  await bob.setLocalDescription();
  await alice.setRemoteDescription(bob.localDescription!);

  const channel = await theirs;
  const hello = once(channel, 'message');
  const answer = once(chat, 'message');
  await Promise.all([open(chat), open(channel)]);
  chat.send('hello, Bob');
  await hello;
  channel.send('hello, Alice');
  await Promise.all([answer, ...settled]);
  return { chat, channel };
}

export const once = <Fired extends Event>(target: EventTarget, type: string) =>
  new Promise<Fired>((fired) => target.addEventListener(type, (event) => fired(event as Fired), { once: true }));

export async function open(channel: RTCDataChannel) {
  if (channel.readyState !== 'open') await once(channel, 'open');
}

export async function connected(peer: RTCPeerConnection) {
  while (peer.connectionState !== 'connected') await once(peer, 'connectionstatechange');
}

export const gathered = (peer: RTCPeerConnection) =>
  new Promise<void>((gathered) => {
    peer.addEventListener('icecandidate', ({ candidate }) => candidate || gathered());
  });
