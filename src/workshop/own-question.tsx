import { useState } from 'preact/hooks';
import { limits } from '../../protocol/workshop/limits.ts';
import type { Question } from './questions.ts';

/** Options are lines: as many as there are, no more than a vote may have. */
const optionsIn = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim().slice(0, limits.option))
    .filter(Boolean)
    .slice(0, limits.options);

export function OwnQuestion({ ask }: { ask(question: Question): Promise<boolean> }) {
  const [question, setQuestion] = useState('');
  const [lines, setLines] = useState('Yes\nNo');
  const [right, setRight] = useState('');
  const options = optionsIn(lines);
  async function send(event: Event) {
    event.preventDefault();
    const isRight = options[Number(right)] !== undefined && right !== '';
    if (await ask({ question, options, ...(isRight && { right: Number(right) }) })) setQuestion('');
  }
  return (
    <form onSubmit={send}>
      <label>
        Question
        <textarea
          required
          rows={2}
          maxLength={limits.sentence}
          value={question}
          onInput={({ currentTarget }) => setQuestion(currentTarget.value)}
        />
      </label>
      <label>
        Options, each on a line of its own
        <textarea required rows={4} value={lines} onInput={({ currentTarget }) => setLines(currentTarget.value)} />
      </label>
      <label>
        The right one
        <select value={right} onChange={({ currentTarget }) => setRight(currentTarget.value)}>
          <option value="">None: it is a matter of opinion</option>
          {options.map((option, nth) => (
            <option key={nth} value={String(nth)}>
              {option}
            </option>
          ))}
        </select>
      </label>
      {options.length < 2 && <p>A vote needs two options at least, and has six at most.</p>}
      <button
        type="submit"
        aria-disabled={options.length < 2}
        onClick={(event) => options.length < 2 && event.preventDefault()}
      >
        Ask the class
      </button>
    </form>
  );
}
