/** Traces of our own, recorded by `npm run traces` and kept in public/traces/, without addresses. */
export const examples = [
  { file: 'hello-chromium', title: 'Alice calls Bob, in Chromium', about: 'A whole call on one page, with a chat.' },
  { file: 'hello-firefox', title: 'Alice calls Bob, in Firefox', about: 'The same lab. Compare the candidates.' },
  {
    file: 'across-the-server',
    title: 'Alice in Chromium calls Bob in Firefox, by way of the server',
    about: 'Two pages and the server, each with a clock of its own, in one picture.',
  },
  {
    file: 'answer-too-early',
    title: 'Bob answers too early',
    about: 'Two calls are refused, each with its reason. Look at States, at the moment of the refusal.',
  },
] as const;
