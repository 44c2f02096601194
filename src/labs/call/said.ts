import type { End } from './end.ts';

/** What is told of a call: the news, and behind it how things stand, which no news takes the place of. */
export const said = (news: string, end: End | undefined) =>
  [...new Set([news, end ? stateOf(end) : ''])].filter(Boolean).join(' ');

function stateOf({ phase, call, ringing }: End): string {
  if (phase === 'talking') return stateOfCall(call!);
  if (phase === 'calling') return `Calling ${call!.partner.name} …`;
  return phase === 'ringing' ? `${ringing!.from.name} is calling.` : '';
}

function stateOfCall({ peer, partner: { name } }: NonNullable<End['call']>): string {
  switch (peer.connectionState) {
    case 'connected':
      return `You are talking to ${name}.`;
    case 'disconnected':
      return `Nothing comes through just now. It may heal by itself; otherwise a new way is looked for.`;
    case 'failed':
      return `The way to ${name} is lost. A new one is looked for.`;
    default:
      return `Looking for a way to ${name} …`;
  }
}
