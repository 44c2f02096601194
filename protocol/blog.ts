import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { candidate, description, type Hello, hello, id, type News, news, type Request } from './messages.ts';
import { read } from './read.ts';
import type { Refusal } from './refusal.ts';

// How the blog series says it over a bare WebSocket: `{ message_type, content }`, a description or a candidate, and no
// word of who, to whom and about what. What is ours stands beside these two, where its programs never look, or comes
// under a type of message that they pass over.

/** Beside what a client sends. With a `mail` it is answered; without one it hears only of what was refused. */
const beside = z.object({ mail: z.optional(id), offer: z.optional(id), to: z.optional(id) });
type Beside = z.infer<typeof beside>;

const content =
  <Content extends z.ZodMiniType>(schema: Content, toRequest: (content: z.infer<Content>, ours: Beside) => Request) =>
  (type: string, said: unknown, ours: Beside): Request | Refusal => {
    const content = read(schema, said, type);
    return 'reason' in content ? content : toRequest(content.read, ours);
  };

const about = z.object({ offer: id });

const blogMessages = {
  SDP: content(description, (description, { mail, offer, to }) =>
    description.type === 'offer'
      ? // Whoever speaks of no offer by its id has one connection, and takes its own offer back to answer another.
        { what: 'offer', mail, id: offer, to, description, oneAtATime: offer === undefined }
      : { what: 'answer', mail, offer, description },
  ),
  CANDIDATE: content(candidate, (candidate, { mail, offer }) => ({ what: 'candidate', mail, offer, candidate })),
  COLLECT: content(about, ({ offer }, { mail }) => ({ what: 'collect', mail, offer })),
  WITHDRAW: content(about, ({ offer }, { mail }) => ({ what: 'withdraw', mail, offer })),
  HANG_UP: content(about, ({ offer }, { mail }) => ({ what: 'hangUp', mail, offer })),
  LEAVE: content(z.unknown(), (_, { mail }) => ({ what: 'leave', mail })),
};
type BlogType = keyof typeof blogMessages;

/** Everything that a client may send. */
export const blogTypes = Object.keys(blogMessages) as BlogType[];

/** What a client said in one text: what it asks for, or why that cannot be read. */
export type BlogSaid = { type: string; mail?: string } & ({ request: Request } | { refusal: Refusal });

export function readBlogMessage(text: string): BlogSaid {
  const said = parsed(text);
  const type = typeof said?.message_type === 'string' ? said.message_type.slice(0, limits.id) : 'message';
  const ours = read(beside, said, type);
  if (said?.message_type === undefined) return { type, refusal: malformed(type, 'message_type') };
  if ('reason' in ours) return { type, refusal: ours };
  const { mail } = ours.read;
  if (!isBlogType(type)) return { type, mail, refusal: { reason: 'unknown-message', message: type } };
  const request = blogMessages[type](type, said.content, ours.read);
  return 'reason' in request ? { type, mail, refusal: request } : { type, mail, request };
}

const isBlogType = (type: string): type is BlogType => Object.hasOwn(blogMessages, type);
const malformed = (message: string, where: string): Refusal => ({ reason: 'malformed', message, where: [where] });

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? { ...said } : undefined;
  } catch {
    return; // Whatever it was, it was no JSON.
  }
}

/** A request, as a client says it. */
export function toBlogMessage(request: Request): object {
  const { mail } = request;
  switch (request.what) {
    case 'offer':
      return { message_type: 'SDP', content: request.description, mail, offer: request.id, to: request.to };
    case 'answer':
      return { message_type: 'SDP', content: request.description, mail, offer: request.offer };
    case 'candidate':
      return { message_type: 'CANDIDATE', content: request.candidate, mail, offer: request.offer };
    case 'collect':
      return { message_type: 'COLLECT', content: { offer: request.offer }, mail };
    case 'withdraw':
      return { message_type: 'WITHDRAW', content: { offer: request.offer }, mail };
    case 'hangUp':
      return { message_type: 'HANG_UP', content: { offer: request.offer }, mail };
    case 'leave':
      return { message_type: 'LEAVE', content: {}, mail };
  }
}

const announcements = {
  PEER_JOINED: 'peerJoined',
  PEER_LEFT: 'peerLeft',
  OFFER_WITHDRAWN: 'offerWithdrawn',
  HUNG_UP: 'hungUp',
  HELD_UP: 'heldUp',
} as const;

/** News, as the server says them. */
export function toBlogNews(told: News): object {
  switch (told.what) {
    case 'offerWaiting': {
      const { description, ...offer } = told.offer;
      return { message_type: 'SDP', content: description, offer };
    }
    case 'answered': {
      const { what: _, answer, ...ours } = told;
      return { message_type: 'SDP', content: answer, ...ours };
    }
    case 'candidateFound': {
      const { what: _, candidate, ...ours } = told;
      return { message_type: 'CANDIDATE', content: candidate, ...ours };
    }
    default: {
      const { what, ...content } = told;
      const [type] = Object.entries(announcements).find(([, name]) => name === what)!;
      return { message_type: type, content };
    }
  }
}

/** News, as a client that knows ours reads them; nothing if this message is none. */
export function readBlogNews({ message_type: type, content, ...ours }: Record<string, unknown>): News | undefined {
  const told = read(news, newsIn(String(type), content as object, ours), String(type));
  return 'read' in told ? told.read : undefined;
}

function newsIn(type: string, content: object, ours: Record<string, unknown>): object | undefined {
  if (type === 'CANDIDATE') return { what: 'candidateFound', ...ours, candidate: content };
  if (type !== 'SDP') return { what: announcements[type as keyof typeof announcements], ...content };
  return 'by' in ours
    ? { what: 'answered', ...ours, answer: content }
    : { what: 'offerWaiting', offer: { ...(ours.offer as object), description: content } };
}

/** A WebSocket has nothing but its address to introduce itself by. */
export function readQuery(room: string, query: URLSearchParams): { read: Hello } | Refusal {
  const { heard, watch, ...said } = Object.fromEntries(query);
  const numbers = { ...(heard && { heard: Number(heard) }), watch: watch === '1' };
  return read(hello, { ...said, ...numbers, room }, 'address');
}

export function toQuery({ name, password, seat, heard, watch }: Partial<Hello>): string {
  const said = { name, password, seat, heard, watch: watch ? 1 : undefined };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(said)) if (value !== undefined) query.set(key, String(value));
  return query.toString();
}
