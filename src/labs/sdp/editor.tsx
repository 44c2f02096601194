import { useMemo, useRef } from 'preact/hooks';
import { readDescription } from '../../sdp/description.ts';
import { Lines } from '../../views/sdp/lines.tsx';
import type { Which } from './attempt.ts';
import { applyEdits, type Edits, withEdit } from './edits.ts';

type Props = {
  which: Which;
  text: string | undefined;
  edits: Edits;
  blamed: { number: number; said: string } | undefined;
  onEdit(edits: Edits): void;
};

/** A description whose lines can be changed. */
export function Editor({ which, text, edits, blamed, onEdit }: Props) {
  const base = useMemo(() => readDescription(text ?? ''), [text]);
  const edited = useMemo(() => applyEdits(base, edits), [base, edits]);
  if (text === undefined) return <p>There is no {which} yet.</p>;

  const lines = readDescription(edited.text).lines;
  /** One line of those that stand where one was. */
  const change = (number: number, now: string) => {
    const from = edited.from[number - 1]!;
    const there = lines.filter((_, index) => edited.from[index] === from);
    const rest = there.flatMap((line) => (line.number === number ? (now === '' ? [] : [now]) : [line.text]));
    onEdit(withEdit(edits, base.lines[from - 1]!, rest.join('\n')));
  };
  const taken = [...edits].filter(([, { now }]) => now === '');

  return (
    <div class="picture">
      <Lines
        text={edited.text}
        edited={edited.marked}
        blamed={blamed}
        under={(line) => (
          <LineEditor
            key={line.text}
            text={line.text}
            was={edits.get(edited.from[line.number - 1]!)?.was}
            onChange={(now) => change(line.number, now)}
          />
        )}
      />
      {taken.length > 0 && (
        <ul class="taken" aria-label="Taken out">
          {taken.map(([number, { was }]) => (
            <li key={number}>
              <del>
                <code>{was}</code>
              </del>{' '}
              <button type="button" class="small" onClick={() => onEdit(withEdit(edits, base.lines[number - 1]!, was))}>
                Put it back
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type LineProps = { text: string; was: string | undefined; onChange(now: string): void };

function LineEditor({ text, was, onChange }: LineProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="line-editor">
      <textarea ref={area} rows={2} defaultValue={text} aria-label="The line" spellcheck={false} />
      <button type="button" class="small" onClick={() => onChange(area.current!.value)}>
        Change it
      </button>
      <button type="button" class="small" onClick={() => onChange('')}>
        Take it out
      </button>
      {was !== undefined && (
        <button type="button" class="small" onClick={() => onChange(was)}>
          As it was
        </button>
      )}
    </div>
  );
}
