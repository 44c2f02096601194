/**
 * Ends with one sentence, for people who only wanted to start Trickle.
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
