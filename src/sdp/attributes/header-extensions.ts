import { table } from '../table.ts';
import { type Place, rfc } from '../telling.ts';

const libwebrtc = (name: string): Place => ({
  title: `libwebrtc, ${name}`,
  url: `https://webrtc.googlesource.com/src/+/refs/heads/main/docs/native-code/rtp-hdrext/${name}/README.md`,
});

/** What can stand in the header of each packet, by its URI. */
export const headerExtensions = table<{ says: string; place: Place }>({
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level': {
    says: 'how loud the packet is, so that a server knows who speaks without decoding',
    place: rfc(6464),
  },
  'urn:ietf:params:rtp-hdrext:csrc-audio-level': {
    says: 'how loud each voice in a mix is',
    place: rfc(6465),
  },
  'urn:ietf:params:rtp-hdrext:sdes:mid': {
    says: 'which section of this description the packet belongs to',
    place: rfc(9143, '15.2'),
  },
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id': {
    says: 'which of several sizes (simulcast) the packet belongs to',
    place: rfc(8852, '3.1'),
  },
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id': {
    says: 'which of several sizes a packet that is sent again belongs to',
    place: rfc(8852, '3.2'),
  },
  'urn:ietf:params:rtp-hdrext:toffset': {
    says: 'how long after its timestamp the packet was really sent',
    place: rfc(5450),
  },
  'urn:ietf:params:rtp-hdrext:framemarking': {
    says: 'where a picture begins and ends, and what may be left out',
    place: rfc(9626),
  },
  'urn:3gpp:video-orientation': {
    says: 'how the camera is held, so that the receiver can turn the picture',
    place: { title: '3GPP TS 26.114', url: 'https://www.3gpp.org/dynareport/26114.htm' },
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time': {
    says: 'when the packet was sent, for reckoning what the way can carry',
    place: libwebrtc('abs-send-time'),
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time': {
    says: 'when the picture or the sound was captured',
    place: libwebrtc('abs-capture-time'),
  },
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01': {
    says: 'a number that counts all packets of the transport, for reckoning what the way can carry',
    place: {
      title: 'draft-holmer-rmcat-transport-wide-cc-extensions-01',
      url: 'https://datatracker.ietf.org/doc/html/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    },
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay': {
    says: 'how long the receiver should wait before it shows the picture',
    place: libwebrtc('playout-delay'),
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/video-content-type': {
    says: 'whether this is a camera or a screen',
    place: libwebrtc('video-content-type'),
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/video-timing': {
    says: 'how long capture, encoding and sending took',
    place: libwebrtc('video-timing'),
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/color-space': {
    says: 'which colours the numbers stand for',
    place: libwebrtc('color-space'),
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/video-layers-allocation00': {
    says: 'which sizes are being sent at the moment, and at which rates',
    place: libwebrtc('video-layers-allocation00'),
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/video-frame-tracking-id': {
    says: 'a number of the picture, for following it through a test',
    place: libwebrtc('video-frame-tracking-id'),
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/inband-cn': {
    says: 'whether the packet is comfort noise',
    place: libwebrtc('inband-cn'),
  },
  'http://www.webrtc.org/experiments/rtp-hdrext/generic-frame-descriptor-00': {
    says: 'what a picture builds on, in a form before the dependency descriptor',
    place: libwebrtc('generic-frame-descriptor-00'),
  },
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension': {
    says: 'which pictures this one builds on, so that a server may leave others out',
    place: {
      title: 'RTP Payload Format For AV1, Appendix A',
      url: 'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
    },
  },
});
