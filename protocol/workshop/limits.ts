/** What a workshop may hold, and what a stranger may cost one. Each limit once. */
export const limits = {
  /** Of a text, in characters. */
  title: 120,
  place: 200,
  sentence: 300,
  message: 500,
  option: 200,
  id: 64,
  code: 40,
  token: 2_000,

  /** In one workshop. */
  learners: 1_200,
  agenda: 60,
  messages: 50,
  options: 6,
  pairs: 600,
  consoles: 40,
  /** Of one learner: what is remembered of where they were and what they answered. */
  journey: 200,
  answers: 200,
  /** Questions that have a column in the report, which would else be as wide as somebody makes up questions. */
  columns: 300,
  /** Queues of events of one learner, one for each page that still has something to tell. */
  sources: 40,
  /** Ids of commands that were applied, so that none is applied twice. */
  repeats: 200,
  /** In the heat-map: places, minutes of each, and the last stays by which the median is found. */
  places: 300,
  minutes: 600,
  stays: 99,

  /** Events that one message may carry; entries of a trace likewise, and what is kept of a spotlit trace. */
  events: 50,
  entries: 100,
  trace: { entries: 3_000, characters: 2_000_000 },
  entry: 40_000,
  /** How deep a body may nest, and how many actors a spotlit trace may have. */
  depth: 100,
  lanes: 12,

  /** How long changes are collected before they are told. */
  batchMs: 100,
  /** How long a word is good by which a seat is taken over to another device. */
  wordMs: 300_000,
  /** How long the wheel waits for a driver whose console is gone, before somebody else may take it. */
  wheelMs: 10_000,
  countdownMs: 4 * 3_600_000,

  /** In the whole house, in memory at the same time; and new ones of one network. */
  workshops: 200,
  opened: { atOnce: 20, perSecond: 1 / 30 },
  /** Codes that nobody has, of the whole house. There are 38 thousand million: who guesses on and on needs years for one. */
  wrongCodes: { atOnce: 300, perSecond: 100 },
  /** Of one workshop: there are 17 million of them, and each is good for five minutes. */
  wrongWords: { atOnce: 10, perSecond: 1 },
  /** How long somebody with a code waits at the door while others are guessing. */
  doorMs: 4_000,

  /** Of one connection: events, commands and questions, as many at once, then as many a second. */
  said: { atOnce: 400, perSecond: 20 },
  /** Of one seat, whatever connections it has: characters that are written down, as many at once, then as many a second. */
  written: { atOnce: 100_000, perSecond: 2_000 },
  /** Handed to one connection that it has not read: then it is told the next change later, and more at once. */
  behind: 200_000,

  /** Between two snapshots: so many inputs, and so much time. How old an input is that the next one may collapse. */
  snapshot: 1_000,
  snapshotMs: 10_000,
  collapseMs: 60_000,
  /** Of the file in which workshops are kept, in bytes; and of memory, in characters, where there is no file. */
  file: 2_000_000_000,
  memory: 300_000_000,
} as const;
