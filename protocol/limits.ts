/** Every limit once. What a stranger may cost us is written here and nowhere else. */
export const limits = {
  /** Of a name: the characters that are looked at, and what is shown of them, in letters and in characters. */
  nameSaid: 1_000,
  name: 40,
  nameLength: 160,
  /** Of a text, in characters. */
  room: 64,
  password: 128,
  id: 64,
  token: 2_000,
  // A description of audio and video is some 6,000 characters; one with every codec and twenty tracks stays below this.
  description: 40_000,
  candidate: 512,

  /** Of one message on the wire, in bytes: the course's clients send offer and answer in one. */
  message: 100_000,

  /** In one room. */
  seats: 250,
  /** Of one seat: offers that nobody has answered, and calls that came of others, of which the last are remembered. */
  offers: 20,
  calls: 20,
  /** Of all offers that wait in a room, what a newcomer is shown of them, in characters: half of what may be `unread`. */
  shownOffers: 500_000,
  /** Held for one description. */
  candidates: 100,

  /** How many message ids of a seat are remembered, to apply none of them twice. */
  repeats: 200,
  /** What is kept of what a seat was told, so that it can catch up. */
  kept: { messages: 100, characters: 64_000 },
  /** What waits in one room for somebody who plays the server; what is more goes on by itself. */
  held: { messages: 100, characters: 64_000 },
  /** How long a seat waits for whoever lost the connection. */
  graceMs: 30_000,

  /** In the whole house: a seat for each, and of what they say so many characters. */
  house: { rooms: 6_000, seats: 6_000, characters: 200_000_000 },
  /** What is remembered for those who will want to watch: of one room, and in the whole house. */
  history: { ofOne: 2_000, inputs: 20_000, characters: 32_000_000 },

  /** Who watches at the same time, in the whole house; and what they are shown at once, in characters. */
  watchers: 1_500,
  shown: 100_000,

  /** Handed to one connection that does not read it, in characters. */
  unread: 1_000_000,

  /** Messages of one connection: as many at once, then as many a second. */
  messages: { atOnce: 200, perSecond: 50 },
  /** Everything that comes over one connection, pings and noise included. */
  packets: { atOnce: 400, perSecond: 100 },
  /** Open at once from one network: a school behind one router still finds a place, and leaves place for another. */
  connections: 2_000,
  /** Wrong passwords of one room from one network. */
  wrongPasswords: { atOnce: 20, perSecond: 0.5 },

  /** Of a STUN question, in bytes: no path has to carry a larger packet in one piece. And errors for one network. */
  stun: { question: 1_280, errors: { atOnce: 5, perSecond: 1 } },
} as const;
