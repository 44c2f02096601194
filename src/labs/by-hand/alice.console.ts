// What the lesson has a learner type into a browser's console; the same test types it into two.
export {};

declare const answer: RTCSessionDescriptionInit;

// #region offer
const alice = new RTCPeerConnection();
alice.onicecandidate = () => console.log(JSON.stringify(alice.localDescription));
const chat = alice.createDataChannel('chat');
chat.onmessage = ({ data }) => console.log(data);
await alice.setLocalDescription();
// #endregion offer

// #region answer
await alice.setRemoteDescription(answer);
// #endregion answer

// #region say
chat.send('Hello Bob, no server has read this.');
// #endregion say
