import { justSo, type Kind } from './kind.ts';
import { messageOf } from './message.ts';
import { attribute, bare } from './natives.ts';

const read = <Value>(name: string) => attribute<Value>('RTCDataChannel', name);
const label = read<string>('label');
const readyState = read<RTCDataChannelState>('readyState');
const ordered = read<boolean>('ordered');
const maxRetransmits = read<number | null>('maxRetransmits');
const maxPacketLifeTime = read<number | null>('maxPacketLifeTime');
const data = attribute<unknown>('MessageEvent', 'data');
const error = attribute<object>('RTCErrorEvent', 'error');

const counterparts: Readonly<Record<string, string>> = bare({ alice: 'bob', bob: 'alice' });

export const channels: Kind = {
  called: 'channel',

  watch(channel, who) {
    const other = counterparts[who];
    const sent = other ? mails(channel, who) : noMail;
    const received = other ? mails(channel, other) : noMail;
    return {
      label: label(channel),
      states: { channel: readyState },
      events: {
        bufferedamountlow: justSo,
        close: justSo,
        closing: justSo,
        error: (event) => ({ body: { error: error(event) } }),
        message: (event) => ({ what: 'received', body: messageOf(data(event)), mail: received() }),
        open: justSo,
      },
      given: (name, given) => (name === 'send' ? [messageOf(given[0]) ?? given[0]] : given),
      done: (name, given) =>
        name === 'send' ? { what: 'sent', name: 'message', body: messageOf(given[0]), mail: sent() } : undefined,
    };
  },
};

const noMail = () => undefined;

/**
 * The mail of one message after another that somebody sends on a channel. Where none is lost and none overtakes another
 * both ends count alike, so they agree on it without a byte being added to the message.
 */
function mails(channel: object, sender: string) {
  const counts = ordered(channel) && maxRetransmits(channel) === null && maxPacketLifeTime(channel) === null;
  let count = 0;
  return counts ? () => `channel:${label(channel)}:${sender}:${++count}` : noMail;
}
