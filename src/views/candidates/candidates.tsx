import { useState } from 'preact/hooks';
import { typeMeanings } from '../../sdp/candidate.ts';
import { CopyText } from '../copy-text.tsx';
import { count } from '../gist.ts';
import '../picture.css';
import './candidates.css';
import { explainIceError } from './errors.ts';
import type { CandidatesView, Known, Ways } from './fold.ts';
import type { Pair } from './pairs.ts';
import { type Cells, candidatesText, cellsOf, formula, headings } from './text.ts';

const columns = Object.keys(headings) as (keyof Cells)[];
const sides = { own: 'Found', theirs: 'Heard from the other' } as const;

/** Ways to each connection as they were found and heard, and which pair of them won. */
export function Candidates({ view }: { view: CandidatesView }) {
  const peers = Object.values(view.peers).filter(
    ({ candidates, errors, pairs }) => candidates.length + errors.length + pairs.length > 0,
  );
  const total = peers.reduce((sum, { candidates }) => sum + candidates.length, 0);
  return (
    <section class="picture candidates" aria-label="Candidates">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="scroll" tabIndex={0} aria-label="Ways to each peer">
        {peers.length === 0 && <p class="nothing">No candidate yet.</p>}
        {peers.map((ways) => (
          <Peer key={`${ways.who} ${ways.on}`} ways={ways} />
        ))}
      </section>
      <footer class="foot">
        <span class="count">{count(total, 'candidate')}</span>
        <CopyText what="the candidates" lines={() => candidatesText(view)} />
      </footer>
    </section>
  );
}

function Peer({ ways: { who, on, candidates, errors, pairs } }: { ways: Ways }) {
  return (
    <section class="peer" data-who={who} aria-label={`${who}, ${on}`}>
      <h3>
        <b>{who}</b> {on}
      </h3>
      {(['own', 'theirs'] as const).map((side) => (
        <Table key={side} title={sides[side]} candidates={candidates.filter((known) => known.side === side)} />
      ))}
      {errors.length > 0 && (
        <ul class="errors" aria-label="Errors">
          {errors.map(({ code, text, url }, index) => (
            <li key={index}>
              <b>{code}</b> {text} <code>{url}</code> {explainIceError(code)}
            </li>
          ))}
        </ul>
      )}
      {pairs.length > 0 && <Pairs pairs={pairs} />}
    </section>
  );
}

function Table({ title, candidates }: { title: string; candidates: readonly Known[] }) {
  const [picked, setPicked] = useState(-1);
  if (candidates.length === 0) return null;
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} class={column} scope="col">
              {headings[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {candidates.map((known, index) => {
          const cells = cellsOf(known);
          const isPicked = picked === index;
          return (
            <>
              <tr key={index} onClick={() => setPicked(isPicked ? -1 : index)}>
                {columns.map((column) => (
                  <td key={column} class={column}>
                    {column === 'type' ? (
                      <button type="button" aria-expanded={isPicked}>
                        {cells.type}
                      </button>
                    ) : (
                      cells[column]
                    )}
                  </td>
                ))}
              </tr>
              {isPicked && (
                <tr key={`${index} apart`} class="apart">
                  <td colSpan={columns.length}>
                    <TakenApart known={known} />
                  </td>
                </tr>
              )}
            </>
          );
        })}
      </tbody>
    </table>
  );
}

function TakenApart({ known: { text, read } }: { known: Known }) {
  const hidden = read.address.endsWith('.local');
  return (
    <>
      <p>
        {read.type}: {typeMeanings.get(read.type) ?? 'a type of somebody’s'}.
        {hidden && ' The name hides an address of the local network: only who is in that network can find it out.'}
      </p>
      <p>
        Priority: <code>{formula(read.priority)}</code>
      </p>
      <p>
        <code>{text}</code>
      </p>
    </>
  );
}

const Pairs = ({ pairs }: { pairs: readonly Pair[] }) => (
  <table>
    <caption>Pairs</caption>
    <thead>
      <tr>
        {['Own', 'Theirs', 'State'].map((heading) => (
          <th key={heading} scope="col">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {pairs.map(({ local, remote, state, won, roundTrip }, index) => (
        <tr key={index} data-won={won}>
          <td>{local}</td>
          <td>{remote}</td>
          <td>
            {won ? '✓ won' : state}
            {roundTrip !== undefined && ` (${Math.round(roundTrip * 1000)} ms)`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
