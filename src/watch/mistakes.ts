import type { Witnessed } from '../../protocol/witness.ts';
import { type Kind, remedies } from './remedies.ts';
import { type Said, said } from './said.ts';

/** Something that went wrong, or will: who did it, how often, and what to do about it. */
export type Mistake = {
  kind: Kind;
  who: string;
  title: string;
  /** What happened, in one or two sentences. */
  says: string;
  remedy: string;
  times: number;
  /** The newest entry that shows it. */
  at: number;
};

/** What is known of one seat that speaks. */
type Speaker = { open?: string; ufrags: string[]; hasDescribed: boolean; answers: Set<string> };

/** Every mistake that the server's entries show, in the order in which each was first made. */
export function mistakesIn(entries: readonly Witnessed[]): Mistake[] {
  const found = new Map<string, Mistake>();
  const speakers = new Map<string, Speaker>();
  const messages = new Map<string, Witnessed>();

  const speaker = ({ from }: Said): Speaker => {
    const known = speakers.get(from!.seat) ?? { ufrags: [], hasDescribed: false, answers: new Set() };
    speakers.set(from!.seat, known);
    return known;
  };

  function note(kind: Kind, { from }: Said, at: number, says: string, about = '') {
    const who = from?.name || 'Somebody';
    const key = `${kind} ${from?.seat} ${about}`;
    const times = (found.get(key)?.times ?? 0) + 1;
    found.set(key, { kind, who, ...remedies[kind], says, times, at });
  }

  function received(entry: Witnessed) {
    const { name, at, mail = '' } = entry;
    const message = said(entry);
    if (!message.from) return;
    messages.set(entry.id, entry);
    const who = message.from.name || 'Somebody';
    const me = speaker(message);
    if (name === 'offer' && !/^m=/m.test(message.description?.sdp ?? 'm='))
      note('empty-offer', message, at, `${who} offers a connection that carries nothing.`);
    if (name === 'answer') {
      if (message.ack === false)
        note('no-acknowledgement', message, at, `${who} sent an answer and asked for no acknowledgement.`);
      const { sdp } = message.description ?? { sdp: mail };
      if (me.answers.has(sdp)) note('answer-twice', message, at, `${who} sent the same answer again.`);
      me.answers.add(sdp);
      if (sendsNothing(message)) note('answer-sends-nothing', message, at, `${who} only receives: no track goes back.`);
    }
    if (name === 'candidate') candidate(message, me, who, at);
    if (name === 'withdraw' || name === 'hangUp') for (const one of speakers.values()) close(one, entry.on);
    if (name === 'leave') speakers.delete(message.from.seat);
  }

  function candidate(message: Said, me: Speaker, who: string, at: number) {
    const found = message.candidate;
    if (found?.candidate && found.sdpMid == null && found.sdpMLineIndex == null)
      note('candidate-of-no-section', message, at, `${who} sent a candidate with neither sdpMid nor sdpMLineIndex.`);
    // Whoever names the offer knows what it belongs to; whether there is such an offer, the server says.
    if (message.offer !== undefined) return;
    const ufrag = found?.usernameFragment;
    if (!me.hasDescribed)
      note('candidate-for-no-offer', message, at, `${who} sent a candidate before any offer or answer of their own.`);
    else if (ufrag && me.ufrags.length > 0 && !me.ufrags.includes(ufrag))
      note(
        'candidate-of-another-connection',
        message,
        at,
        `${who} sent a candidate that fits none of their descriptions.`,
        ufrag,
      );
  }

  /** The server took a description in. */
  function described(entry: Witnessed) {
    const cause = messages.get(entry.of!);
    // Who comes back is told of answers too: that describes nothing new.
    if (cause?.name !== entry.name) return;
    const message = said(cause);
    const me = speaker(message);
    me.hasDescribed = true;
    for (const [, ufrag] of (message.description?.sdp ?? '').matchAll(/^a=ice-ufrag:(\S+)/gm)) {
      me.ufrags.push(ufrag!);
      // It was early, and not lost.
      found.delete(`candidate-of-another-connection ${message.from?.seat} ${ufrag}`);
    }
    if (entry.name === 'answer') {
      for (const one of speakers.values()) close(one, entry.on);
      return;
    }
    if (me.open !== undefined && me.open !== entry.on)
      note('offer-twice', message, entry.at, `${message.from?.name} made another offer while the first still waits.`);
    me.open = entry.on!;
  }

  for (const entry of entries) {
    // Recorded pages are drawn; what the server saw is enough to judge by.
    if (entry.who !== 'server') continue;
    if (entry.what === 'received') received(entry);
    else if (entry.what === 'refused') {
      const refusal = said(entry);
      note(kindOf(entry.name, refusal), said(messages.get(entry.of!) ?? entry), entry.at, refusal.sentence ?? '');
    } else if (entry.what === 'held' && entry.name === 'offer' && entry.body === undefined) described(entry);
    else if (entry.name === 'answer') described(entry);
    else if (entry.name === 'graceOver') speakers.delete(said(entry).from?.seat ?? '');
  }
  return [...found.values()];
}

function close(speaker: Speaker, offer: string | undefined) {
  if (offer !== undefined && speaker.open === offer) delete speaker.open;
}

/** Of what can carry a track, every section only takes. */
function sendsNothing({ description }: Said): boolean {
  const sections = (description?.sdp ?? '').split(/^m=/m).slice(1);
  const media = sections.filter((section) => /^(audio|video) (?!0 )/.test(section));
  return media.length > 0 && media.every((section) => /^a=(recvonly|inactive)\r?$/m.test(section));
}

const byReason: Partial<Record<NonNullable<Said['reason']>, Kind>> = {
  'wrong-type': 'wrong-type',
  'own-offer': 'own-offer',
  'already-answered': 'already-answered',
  'wrong-password': 'wrong-password',
  'unknown-message': 'unknown-message',
  malformed: 'malformed',
  'id-taken': 'offer-twice',
  crossed: 'crossed',
};

function kindOf(name: string, { reason }: Said): Kind {
  if (reason === 'no-such-offer' && name === 'answer') return 'answer-to-nobody';
  if (reason === 'no-such-offer' && name === 'candidate') return 'candidate-for-no-offer';
  return byReason[reason!] ?? 'refused';
}
