import { render } from 'preact';
import type { Entry } from '../../protocol/entry.ts';
import { readTrace, writeTrace } from '../trace/file.ts';
import { createRecorder } from '../trace/recorder.ts';
import { aCall } from '../trace/recording/a-call.ts';
import { createTrace } from '../trace/trace.ts';
import { Candidates } from './candidates/candidates.tsx';
import { candidatesFold } from './candidates/fold.ts';
import { candidatesText } from './candidates/text.ts';
import { moments } from './moments.ts';
import { Scrubber } from './scrubber/scrubber.tsx';
import { type Moment, momentOf, scrubberText } from './scrubber/text.ts';
import { sdpFold } from './sdp/fold.ts';
import { Sdp } from './sdp/sdp.tsx';
import { sdpText } from './sdp/text.ts';
import { sequenceMoments } from './sequence/fold.ts';
import { Sequence } from './sequence/sequence.tsx';
import { sequenceText } from './sequence/text.ts';
import { statesFold } from './states/fold.ts';
import { States } from './states/states.tsx';
import { statesText } from './states/text.ts';
import { wireFold } from './wire/fold.ts';
import { wireText } from './wire/text.ts';
import { Wire } from './wire/wire.tsx';

/** What a test can ask of the page on which the pictures stand, one at a time. */
export type Stage = typeof stage;
export type Picture = keyof typeof views;

const root = document.getElementById('stage')!;
const picked: Entry[] = [];
const onPick = (entry: Entry) => picked.push(entry);
let entries: readonly Entry[] = [];
let moment: Moment = 0;

type Drawn = { draw(entries: readonly Entry[]): (moment: number) => void; text(moment: number): string[] };

type Looked<View> = (entries: readonly Entry[]) => (moment: number) => View;

function drawn<View>(
  look: Looked<View>,
  jsx: (view: View) => preact.JSX.Element,
  text: (view: View) => string[],
): Drawn {
  return {
    draw(entries) {
      const at = look(entries);
      return (moment) => render(jsx(at(moment)), root);
    },
    text: (moment) => text(look(entries.slice(0, moment))(moment)),
  };
}

const views = {
  sequence: drawn(
    (entries) => sequenceMoments(entries),
    (view) => <Sequence view={view} seats={['alice', 'server', 'bob']} onPick={onPick} />,
    (view) => sequenceText(view),
  ),
  states: drawn(
    (entries) => moments(statesFold, entries),
    (view) => <States view={view} />,
    (view) => statesText(view),
  ),
  candidates: drawn(
    (entries) => moments(candidatesFold(), entries),
    (view) => <Candidates view={view} />,
    (view) => candidatesText(view),
  ),
  sdp: drawn(
    (entries) => moments(sdpFold, entries),
    (view) => <Sdp view={view} />,
    (view) => sdpText(view),
  ),
  wire: drawn(
    (entries) => moments(wireFold(), entries),
    (view) => <Wire view={view} onPick={onPick} />,
    (view) => wireText(view),
  ),
};

function showScrubber(growing: boolean) {
  const onMove = (to: Moment) => {
    moment = to;
    showScrubber(growing);
  };
  render(<Scrubber entries={entries} moment={moment} growing={growing} onMove={onMove} />, root);
}

const stage = {
  picked,
  open(trace: readonly Entry[]) {
    entries = trace;
  },
  show: (picture: Picture, moment: number) => views[picture].draw(entries)(moment),
  text: (picture: Picture, moment: number) => views[picture].text(moment),
  scrub(at: Moment, growing: boolean) {
    moment = at;
    showScrubber(growing);
  },
  moment: () => momentOf(moment, entries),
  isLive: () => moment === 'live',
  scrubberText: () => scrubberText(entries, moment),
  /** What the page showed after each entry, as the entries came in. */
  async live(picture: Picture): Promise<string[]> {
    const growing: Entry[] = [];
    const show = views[picture].draw(growing);
    show(0);
    // Its buttons come with the first frame.
    await new Promise(requestAnimationFrame);
    return [undefined, ...entries].map((entry) => {
      if (entry) growing.push(entry);
      show(growing.length);
      return root.textContent;
    });
  },
  /**
   * What the page showed after each entry of a call that it made itself, drawn as it was recorded. The call is then open
   * as a file that was exported and read again.
   */
  async liveCall(picture: Picture): Promise<string[]> {
    const trace = createTrace(() => performance.now());
    const show = views[picture].draw(trace.entries);
    show(0);
    await new Promise(requestAnimationFrame);
    const shown = [root.textContent];
    const leave = new AbortController();
    const draw = () => {
      show(trace.entries.length);
      shown.push(root.textContent);
    };
    trace.follow(draw, leave.signal);
    const recorder = createRecorder({ trace, lineOf: () => undefined, found: () => {} });
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
    const [alice, bob] = [recorder.newPeer('alice'), recorder.newPeer('bob')];
    await aCall(alice, bob, canvas.captureStream(10));
    alice.close();
    bob.close();
    leave.abort();
    const text = writeTrace({ recorded: new Date().toISOString(), offsets: {}, entries: [...trace.entries] });
    const reading = readTrace(text);
    if (!reading.ok) throw new Error(`What was exported cannot be read: ${JSON.stringify(reading.problem)}`);
    entries = reading.file.entries.slice(0, shown.length - 1);
    return shown;
  },
  /** What the page shows at each of these moments, visited in this order. */
  replayed(picture: Picture, order: readonly number[]): string[] {
    const show = views[picture].draw(entries);
    return order.map((moment) => {
      show(moment);
      return root.textContent;
    });
  },
};

globalThis.pictureStage = stage;
