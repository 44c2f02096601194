export type Interface = { readonly name: string; readonly prototype: object };

/** What a recorder listens to, in this browser. */
export const interfaces = (): Interface[] => [
  RTCPeerConnection,
  RTCRtpSender,
  RTCRtpReceiver,
  RTCRtpTransceiver,
  RTCDataChannel,
  RTCDTMFSender,
  MediaDevices,
  MediaRecorder,
  MediaStream,
  MediaStreamTrack,
];

/** The functions of an interface by their names; of an attribute, what sets it. */
export const functionsOf = ({ name, prototype }: Interface): [name: string, call: () => unknown][] =>
  Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([key, { value, set }]) => {
    const call = value ?? set;
    return typeof call === 'function' && key !== 'constructor' ? [[`${name}.${key}`, call]] : [];
  });
