/** What keeps the server from starting, told to the person who started it: what happened, and what to do. */
export class Problem extends Error {
  override name = 'Problem';
}
