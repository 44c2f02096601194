import { useState } from 'preact/hooks';
import { type TakenHome, version, writeTakenHome } from '../../../protocol/workshop/taken-home.ts';
import type { Desk } from '../desk.ts';
import { titleOf } from '../words.ts';
import './take-home.css';
import { keptTraces } from './kept-traces.ts';
import { questionsOf } from './questions-of.ts';

/** A file with everything that a learner has of this workshop. */
export function TakeHome({ desk: { member, view, traces } }: { desk: Desk }) {
  const [said, say] = useState<'' | 'saving' | 'saved' | (string & {})>('');
  async function take() {
    say('saving');
    const reply = await member.ask<Told>('takeHome', {}).catch(() => undefined);
    if (!reply) return say('The server does not answer just now. Try again when it does.');
    if (!reply.ok) return say(reply.sentence);
    await traces.keepNow();
    download(await fileOf(reply.value, view.value!.code));
    return say('saved');
  }
  return (
    <div class="take-home">
      <button type="button" class={view.value?.endedAt == null ? undefined : 'strong'} onClick={take}>
        Take home what I did
      </button>
      <p role="status">
        {said === 'saving' && 'Collecting …'}
        {said === 'saved' && (
          <>
            Saved. Any copy of Trickle opens it at <a href="/replay/">Replay</a>.
          </>
        )}
        {said !== 'saving' && said !== 'saved' && said}
      </p>
    </div>
  );
}

type Told = Omit<TakenHome, 'trickleHome' | 'traces'>;

async function fileOf({ title, name, openedAt, joinedAt, takenAt, journey, answers }: Told, code: string) {
  const [questions, traces, titles] = await Promise.all([
    questionsOf(answers.map(({ question }) => question)),
    keptTraces(code),
    Promise.all(
      [...new Set(journey.map(({ page }) => page))].map(async (page) => [page, await titleOf(page)] as const),
    ),
  ]);
  const titleBy = new Map(titles);
  return writeTakenHome({
    trickleHome: version,
    ...{ title, name, openedAt, joinedAt, takenAt },
    journey: journey.map((stay) => ({ ...stay, title: titleBy.get(stay.page)! })),
    answers: answers.map((answer) => ({ ...answer, ...questions.get(answer.question) })),
    traces: await Promise.all(
      traces.map(async ({ page, title, lab, file }) => ({ page, title, lab, file: await bare(file) })),
    ),
  });
}

/** Without addresses, keys and names of devices: who takes a file home shows it to others. */
async function bare(file: string): Promise<string> {
  const [{ readTrace, writeTrace }, { redact }] = await Promise.all([
    import('../../trace/file.ts'),
    import('../../trace/redact.ts'),
  ]);
  const reading = readTrace(file);
  return reading.ok ? writeTrace({ ...reading.file, entries: redact(reading.file.entries) }) : file;
}

function download(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const day = new Date().toISOString().slice(0, 10);
  Object.assign(document.createElement('a'), { href: url, download: `trickle-workshop-${day}.json` }).click();
  URL.revokeObjectURL(url);
}
