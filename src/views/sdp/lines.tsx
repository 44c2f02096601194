import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isPlanB } from '../../sdp/attributes/streams.ts';
import { type Description, type Line, readDescription, type Section } from '../../sdp/description.ts';
import { explain } from '../../sdp/explain.ts';
import { type Fault, faultsOf } from '../../sdp/faults.ts';
import { attribute, directionOf, mediaOf } from '../../sdp/section.ts';
import type { Telling } from '../../sdp/telling.ts';
import '../picture.css';
import './sdp.css';

type Props = {
  text: string;
  /** The line that a browser complained of, and what it said. */
  blamed?: { number: number; said: string };
  /** Lines that are no longer as they were. */
  edited?: ReadonlySet<number>;
  /** What else there is to a line that was picked. */
  under?(line: Line): ComponentChildren;
};

/** A description line by line, each with what it is about; a line that is picked opens to all that it says. */
export function Lines({ text, blamed, edited, under }: Props) {
  const description = useMemo(() => readDescription(text), [text]);
  const faults = useMemo(() => faultsOf(description), [description]);
  const [picked, setPicked] = useState(0);
  const [cursor, setCursor] = useState(1);
  const list = useRef<HTMLDivElement>(null);
  const last = description.lines.length;

  const buttonOf = (number: number) => list.current?.querySelector<HTMLElement>(`[data-line="${number}"] button`);

  function goTo(number: number) {
    setPicked(number);
    setCursor(number);
    const line = buttonOf(number);
    line?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: 'center' });
  }

  useEffect(() => {
    if (blamed) goTo(blamed.number);
  }, [blamed]);

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.target as Element).matches('[data-line] > button')) return;
    if (event.key === 'Escape') setPicked(0);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -last, End: last };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const number = Math.max(1, Math.min(last, cursor + step));
    setCursor(number);
    buttonOf(number)?.focus();
  }

  return (
    <div class="sdp-lines">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the buttons inside */}
      <div class="scroll" ref={list} onKeyDown={onKeyDown}>
        {faults.length > 0 && (
          <ul class="faults" aria-label="What is wrong with it">
            {faults.map((fault) => (
              <FaultItem key={`${fault.line} ${fault.what}`} fault={fault} onGo={goTo} />
            ))}
          </ul>
        )}
        {[description.session, ...description.media].map((section, index) => (
          <section key={index} aria-label={titleOf(section)}>
            {section.lines.length > 0 && <h4>{titleOf(section)}</h4>}
            {isPlanB(section) && <p class="dialect">Several streams in one section: Plan B, of before 2022.</p>}
            <ol start={section.lines[0]?.number}>
              {section.lines.map((line) => (
                <LineItem
                  key={line.number}
                  {...{ line, section, description }}
                  isPicked={line.number === picked}
                  hasFocus={line.number === Math.min(cursor, last)}
                  isEdited={edited?.has(line.number) ?? false}
                  isWrong={faults.some((fault) => fault.line === line.number)}
                  said={blamed?.number === line.number ? blamed.said : undefined}
                  under={under}
                  onPick={() => {
                    setPicked(line.number === picked ? 0 : line.number);
                    setCursor(line.number);
                  }}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}

function titleOf(section: Section): string {
  const media = mediaOf(section);
  if (!media) return 'For the whole session';
  const mid = attribute(section, 'mid');
  const what = media.protocol.includes('SCTP') ? 'data channels' : directionOf(section);
  return [media.kind, mid === undefined ? '' : `mid ${mid}`, media.port === '0' ? 'refused' : what]
    .filter(Boolean)
    .join(' · ');
}

function FaultItem({ fault: { line, what, remedy }, onGo }: { fault: Fault; onGo(line: number): void }) {
  return (
    <li>
      {line !== undefined && (
        <button type="button" class="small" onClick={() => onGo(line)}>
          Line {line}
        </button>
      )}{' '}
      {what} {remedy}
    </li>
  );
}

type ItemProps = {
  line: Line;
  section: Section;
  description: Description;
  isPicked: boolean;
  hasFocus: boolean;
  isEdited: boolean;
  isWrong: boolean;
  said: string | undefined;
  under: Props['under'];
  onPick(): void;
};

function LineItem({
  line,
  section,
  description,
  isPicked,
  hasFocus,
  isEdited,
  isWrong,
  said,
  under,
  onPick,
}: ItemProps) {
  const telling = explain({ line, section, description });
  const marks = [isEdited && 'edited', (isWrong || said !== undefined) && 'wrong'].filter(Boolean).join(' ');
  return (
    <li data-line={line.number} data-marks={marks}>
      <button type="button" aria-expanded={isPicked} tabIndex={hasFocus ? 0 : -1} onClick={onPick}>
        <span class="number">{line.number}</span>
        <code>{line.text || '(empty)'}</code>
        <span class="about">
          {marks && <b>{marks.replace(' ', ', ')}: </b>}
          {telling.about}
        </span>
      </button>
      {isPicked && (
        <Explanation telling={telling}>
          {said !== undefined && (
            <p class="said">
              <b>Your browser:</b> <q>{said}</q>
            </p>
          )}
          {under?.(line)}
        </Explanation>
      )}
    </li>
  );
}

type ExplanationProps = { telling: Telling; children: ComponentChildren };

function Explanation({ telling: { says, parts = [], place }, children }: ExplanationProps) {
  return (
    <div class="explanation">
      <p>{says}</p>
      {parts.length > 0 && (
        <dl>
          {parts.map(({ text, means }, index) => (
            <div key={index}>
              <dt>
                <code>{text}</code>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="place">
        <a href={place.url} target="_blank" rel="noreferrer">
          {place.title}
        </a>
      </p>
      {children}
    </div>
  );
}
