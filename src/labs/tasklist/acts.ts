import type { Act } from './step.ts';

/** The seven acts, and what the one before each has come to. */
export const acts: readonly Act[] = [
  { key: 'media', title: 'Get media', tells: 'Alice wants to call Bob. She has nothing to show yet.' },
  {
    key: 'connection',
    title: 'Make a connection',
    tells: 'Alice has picture and sound. Nobody but her page sees them.',
  },
  { key: 'offer', title: 'Make an offer', tells: 'Her connection knows what it has to send, and to nobody yet.' },
  {
    key: 'leave',
    title: 'Leave it with the server',
    tells: 'Her offer is made and set. Only her own browser knows of it.',
  },
  { key: 'bob', title: 'Bob comes', tells: 'The server holds the offer. Alice can do nothing but wait for Bob.' },
  { key: 'answer', title: 'Answer', tells: 'Bob has her offer, and picture and sound of his own.' },
  { key: 'way', title: 'Find a way', tells: 'Bob has answered. Alice does not know it yet.' },
];
