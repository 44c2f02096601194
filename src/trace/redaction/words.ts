/**
 * Words that a trace is made of. Should one of them be somebody's device label or ufrag, it is replaced where it stands
 * as one, and not wherever the word occurs.
 */
const words = new Set(
  `alice bob server local remote offer answer pranswer rollback stable closed closing close open opening connecting
  connected connection disconnected failed checking completed complete gathering gathered signaling state channel
  have-local-offer have-remote-offer have-local-pranswer have-remote-pranswer host srflx prflx relay candidate typ
  raddr rport generation ufrag network-cost network-id tcptype active passive audio video application data datachannel
  webrtc-datachannel camera microphone speaker screen window browser monitor default communications audioinput
  audiooutput videoinput live ended muted unmuted enabled label kind name message error type true false null undefined
  sendrecv sendonly recvonly inactive stopped actpass holdconn trickle renomination bundle group mid setup rtcp-mux
  stun stuns turn turns transport http https sha-1 sha-256 sha-384 sha-512 opus h264 h265 hello ready join room user
  password credential username sender receiver transceiver stream track object promise function string number boolean
  balanced max-compat max-bundle negotiate require interactive none inline`.split(/\s+/),
);

export const isWord = (text: string) => words.has(text.toLowerCase());
