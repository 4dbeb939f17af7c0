/** What the protocol allows. Sizes are UTF-16 code units of the JSON text, which is at most a third of its bytes. */
export const limits = {
  /** A PUSH carries at most so many mutations … */
  pushMutations: 100,
  /** … and stops before so much text, unless the first mutation alone is longer. */
  pushText: 256 * 1024,
  /** No mutation may be longer, nor the rows of a chunk; a message is at most twice as long, by escapes. */
  messageText: 10 * 1024 * 1024,
  /** Operations after which a mutation is closed, and what comes next is another one … */
  operations: 500,
  /** … or once it has so much text … */
  mutationText: 256 * 1024,
  /** … and no single operation has more, so that any mutation can be pushed: a bill of ten thousand lines is six. */
  operationText: 8 * 1024 * 1024,
  /** One that is judged as a whole is closed by nobody. It has at most so many, and as much text as one operation. */
  wholeOperations: 20_000,
  /** Entries in one FRAME … */
  frameEntries: 25,
  /** … and the text at which a frame is closed. */
  frameText: 256 * 1024,
  /** Text of rows in one snapshot chunk. */
  chunkText: 512 * 1024,
  /** Above so many buffered bytes of a socket the hub reads no more log for it; the system holds far more beside them. */
  bufferedPause: 16 * 1024,
  /** Above so many it gives the socket up: more than the longest message, which would never arrive otherwise. */
  bufferedDrop: 32 * 1024 * 1024,
  /** A line that has not said who it is says no more than this at once. */
  strangerText: 64 * 1024,
  /** Messages of one line that may wait for their turn; a terminal waits for most answers, so it has one or two. */
  waitingMessages: 32,
  /** Of one terminal, over all its lines; five seconds' worth may come at once. */
  messagesPerSecond: 500,
  textPerSecond: 64 * 1024 * 1024,
  operationsPerSecond: 50_000,
  /** Of the log that a terminal was sent before; five seconds' worth at once, then no faster. */
  repeatTextPerSecond: 4 * 1024 * 1024,
  /** Lines open at once. */
  sessions: 2_000,
} as const;

export type Limits = { readonly [K in keyof typeof limits]: number };

/** All in ms. */
export const times = {
  ping: 10_000,
  dead: 25_000,
  /** A question without an answer is asked again after so long. */
  answer: 5_000,
  /** Pending work on a living line that does not get any further for so long: the line is given up. */
  progress: 15_000,
  /** Reconnecting waits U(0, min(backoffMost, backoffFirst · 2ⁿ)). */
  backoffFirst: 500,
  backoffMost: 30_000,
  /** A connection that lived so long starts counting from zero. */
  stable: 60_000,
  /** A socket that takes nothing for so long is dropped. */
  stalled: 30_000,
  /** Log entries are kept at least so long. */
  retention: 30 * 24 * 60 * 60 * 1000,
} as const;

export type Times = { readonly [K in keyof typeof times]: number };

/** Of the messages; a hub speaks one. */
export const protocolVersion = 1;
