import { table } from '../table.ts';
import { type Place, rfc } from '../telling.ts';

const remb: Place = {
  title: 'draft-alvestrand-rmcat-remb-03',
  url: 'https://datatracker.ietf.org/doc/html/draft-alvestrand-rmcat-remb-03',
};
const transportWide: Place = {
  title: 'draft-holmer-rmcat-transport-wide-cc-extensions-01',
  url: 'https://datatracker.ietf.org/doc/html/draft-holmer-rmcat-transport-wide-cc-extensions-01',
};

/** What a receiver can tell a sender while the media flows. */
export const feedback = table<{ says: string; place: Place }>({
  nack: { says: 'It may name lost packets, and they are sent again.', place: rfc(4585, '6.2.1') },
  'nack pli': { says: 'It may say that it lost the picture, and needs a whole one again.', place: rfc(4585, '6.3.1') },
  'nack sli': { says: 'It may say which slices of a picture it lost.', place: rfc(4585, '6.3.2') },
  'nack rpsi': { says: 'It may say which earlier picture it still has, to build on.', place: rfc(4585, '6.3.3') },
  'ccm fir': { says: 'It may ask for a whole picture, as somebody who has just come does.', place: rfc(5104, '3.5.1') },
  'ccm tmmbr': { says: 'It may name the highest bit rate that it wants for now.', place: rfc(5104, '3.5.4') },
  'goog-remb': {
    says: 'It may estimate how much the way can carry, and say so: the older way to slow down.',
    place: remb,
  },
  'transport-cc': {
    says: 'It tells when each packet arrived, and the sender reckons from that how much the way can carry.',
    place: transportWide,
  },
  ccfb: { says: 'It tells when each packet arrived, in the form that became a standard.', place: rfc(8888, '3.1') },
  'ack ccfb': {
    says: 'It tells when each packet arrived, in the form that became a standard.',
    place: rfc(8888, '3.1'),
  },
  rrtr: {
    says: 'It may send its own clock, so that it can reckon the round-trip time as well.',
    place: rfc(3611, '4.4'),
  },
});
