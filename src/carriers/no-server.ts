/** What is said wherever nobody answers, be it to a call or to the asking for the program that would call. */
export const noServer = 'No signaling server answers here.';

/** For what is fetched from the server only when it is wanted. */
export const isNotThere = (cause: unknown): never => {
  throw new Error(noServer, { cause });
};
