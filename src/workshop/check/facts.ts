import type { Outcome } from './attempt.ts';
import type { Told } from './told.ts';

/** What is known so far, on either page. */
export type Facts = {
  /** Both pages are in the room: the server has heard them. */
  met: boolean;
  /** One of them has gone again. */
  gone: boolean;
  told: Told | undefined;
  all: Outcome;
  names: Outcome;
};
export const noFacts: Facts = { met: false, gone: false, told: undefined, all: 'trying', names: 'trying' };

/** `note`: a class can be held all the same, and it is better to know. */
export type Verdict = 'waiting' | 'good' | 'note' | 'bad';
/** `more` is a page that says more of the remedy. */
export type Finding = { what: string; verdict: Verdict; says: string; remedy?: string; more?: '/trust/' };

type Ports = { port: string };

/** Each thing that a room can have against a class, how it is here, and what to do about it. */
export function findings(facts: Facts, { port }: Ports): Finding[] {
  return [reached(facts), ...byPhone(facts, port), direct(facts), names(facts), internet];
}

/** The whole in a sentence. */
export function summary(all: readonly Finding[]): { verdict: Verdict; says: string } {
  const count = (verdict: Verdict) => all.filter((finding) => finding.verdict === verdict).length;
  if (count('bad') > 0) return { verdict: 'bad', says: 'Not yet: what is marked ✗ is in the way of a class.' };
  if (count('waiting') > 0)
    return { verdict: 'waiting', says: all[0]!.verdict === 'waiting' ? 'Waiting for a phone …' : 'Looking …' };
  // That nobody asks about the internet is always worth knowing.
  if (count('note') > 1) return { verdict: 'note', says: 'Your class can come. Know what is marked ! before it does.' };
  return { verdict: 'good', says: 'Your class can come.' };
}

const reached = ({ met, gone, told }: Facts): Finding => {
  const what = 'The phone reaches this server';
  if (!met) return { what, verdict: 'waiting', says: 'Nobody has come yet.' };
  const says = `It came${told ? ` to ${told.from}` : ''}, and the server has heard it.`;
  return { what, verdict: 'good', says: gone ? `${says} It has gone again; what it found stays here.` : says };
};

function byPhone({ told }: Facts, port: string): Finding[] {
  return [genuine(told), socket(told), udp(told, port), secure(told)];
}

const unknown = (what: string): Finding => ({ what, verdict: 'waiting', says: 'The phone will say.' });

function genuine(told: Told | undefined): Finding {
  const what = 'Nobody answers in its stead';
  if (!told) return unknown(what);
  if (told.isGenuine) return { what, verdict: 'good', says: 'What the phone asks for is answered by Trickle itself.' };
  return {
    what,
    verdict: 'bad',
    says: 'Something in between answers instead: a Wi-Fi that wants the phone to sign in (a captive portal), or a proxy.',
    remedy:
      'Open any page that begins with http:// on the phone and sign in there; turn off its VPN and data saver; then check again.',
  };
}

function socket(told: Told | undefined): Finding {
  const what = 'Messages come at once';
  if (!told) return unknown(what);
  if (told.hasSocket) return { what, verdict: 'good', says: 'Over a WebSocket, both ways.' };
  return {
    what,
    verdict: 'note',
    says: 'No WebSocket gets through, so messages are asked for again and again: everything works, and costs the network more.',
    remedy:
      'A proxy or a filter cuts them. Let the class come by the https:// address, which most proxies leave alone, or turn the filter off for this machine.',
  };
}

function udp(told: Told | undefined, port: string): Finding {
  const what = 'UDP gets through';
  if (!told) return unknown(what);
  switch (told.udp) {
    case 'answers':
      return {
        what,
        verdict: 'good',
        says: 'The server has answered the phone over UDP: it can be told its own address.',
      };
    case 'untried':
      return { what, verdict: 'note', says: 'Not tried: a page at localhost is on this very machine.' };
    case 'none':
      return {
        what,
        verdict: 'note',
        says: `The server has no UDP port: another program holds number ${port}.`,
        remedy: 'Stop that program and start Trickle again, or start it with --port and another number.',
      };
    case 'silent':
      return {
        what,
        verdict: 'bad',
        says: `UDP port ${port} of the server does not answer the phone, and pictures and sound travel over UDP.`,
        remedy: `Let UDP port ${port} through the firewall of this machine, as TCP port ${port} is; then check again. If that was open already, the network drops UDP: take another.`,
      };
  }
}

function secure(told: Told | undefined): Finding {
  const what = 'Camera and microphone';
  if (!told) return unknown(what);
  if (told.isSecure)
    return { what, verdict: 'good', says: 'The phone’s page is a secure context: its camera may be used.' };
  return {
    what,
    verdict: 'note',
    says: 'The phone’s page came over plain HTTP, and so it has no camera and no microphone. All else works, with synthetic pictures.',
    remedy:
      'Nothing, if that will do. Otherwise let the class come by the https:// address; a page tells what phones then ask.',
    more: '/trust/',
  };
}

function direct({ all, told }: Facts): Finding {
  const what = 'Devices reach each other';
  if (all === 'yes')
    return { what, verdict: 'good', says: 'Phone and laptop are connected directly, browser to browser.' };
  if (all !== 'no')
    return { what, verdict: 'waiting', says: told ? 'Looking for a way between the two …' : 'Once the phone is here.' };
  return {
    what,
    verdict: 'bad',
    says: 'Both reach the server, and not each other: the Wi-Fi keeps its devices apart (client isolation), or a firewall lets no UDP in.',
    remedy:
      'Try with the firewall of the laptop off for a minute. If it stays like this, it is the Wi-Fi: use one that is not for guests, have client isolation turned off, or bring a router of your own. Until then, labs on one page and in two windows work.',
  };
}

function names({ names, all, told }: Facts): Finding {
  const what = 'Names are found (multicast)';
  if (names === 'yes')
    return { what, verdict: 'good', says: 'Addresses that a browser hides behind a name (….local) are found.' };
  if (names === 'untried')
    return {
      what,
      verdict: 'good',
      says: 'Not needed here: both browsers tell their addresses openly, for they may use the camera.',
    };
  if (names === 'trying')
    return { what, verdict: 'waiting', says: told ? 'Looking for a name …' : 'Once the phone is here.' };
  const helped = all === 'yes';
  return {
    what,
    verdict: helped ? 'note' : 'bad',
    says: `Names behind which browsers hide addresses (….local) are not found: this network lets no multicast through.${helped ? ' The server made up for it, by telling each its address.' : ''}`,
    remedy: helped
      ? 'Nothing, as long as UDP gets through to the server.'
      : 'Have multicast (mDNS) allowed in this Wi-Fi, or let the class come over https:// and allow the camera: then addresses are not hidden.',
  };
}

const internet: Finding = {
  what: 'Internet',
  verdict: 'note',
  says: 'Not asked: these pages speak with their own server and nobody else, and need nothing else.',
  remedy:
    'Phones like to leave a Wi-Fi without internet. Say that they should stay when they ask, and turn mobile data off.',
};
