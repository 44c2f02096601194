// What the lesson has a learner type into the other console.
export {};

declare const offer: RTCSessionDescriptionInit;

// #region answer
const bob = new RTCPeerConnection();
bob.onicecandidate = () => console.log(JSON.stringify(bob.localDescription));
bob.ondatachannel = ({ channel }) => {
  channel.onmessage = ({ data }) => console.log(data);
};
await bob.setRemoteDescription(offer);
await bob.setLocalDescription();
// #endregion answer
