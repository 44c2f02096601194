import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StageChange, StageSight } from '../../protocol/workshop/changes.ts';
import { newId } from '../carriers/new-id.ts';
import { type Addresses, joinAddresses, joinLink } from './addresses.ts';
import { Countdown } from './countdown.tsx';
import { openLine } from './line.ts';
import { Qr } from './qr.tsx';
import { openSpotlit, type Spotlit } from './spotlit.ts';
import './stage.css';
import { StageSpotlight } from './stage-spotlight.tsx';
import { useTitle } from './use-title.ts';
import { VoteBoard } from './vote-board.tsx';

/** The projector: how to come in until they have come, then where the class is. */
export function mount(root: HTMLElement, pass: string) {
  const sight = signal<StageSight | undefined>(undefined);
  const said = signal('Opening …');
  const invitation = signal<string | undefined>(undefined);
  const spotlit = openSpotlit();
  const id = newId();
  let aheadMs = 0;
  const line = openLine<StageChange>({
    hello: () => ({ as: 'guest', pass, console: id, name: 'projector' }),
    welcome(welcome) {
      aheadMs = welcome.now - performance.now();
      sight.value = welcome.sight;
      invitation.value = welcome.invitation;
      said.value = '';
    },
    changed({ view }) {
      if (sight.value) sight.value = { view: { ...sight.value.view, ...view } };
    },
    entries: spotlit.take,
    lost() {
      said.value = 'Not connected. Still trying.';
    },
    over(sentence) {
      said.value = sentence;
      line.close();
    },
  });
  const now = () => performance.now() + aheadMs;
  function Root() {
    return (
      <div class="projector">
        <p role="status" class="said">
          {said.value}
        </p>
        {sight.value && <Stage sight={sight.value} invitation={invitation.value} spotlit={spotlit} now={now} />}
      </div>
    );
  }
  root.replaceChildren();
  render(<Root />, root);
}

/** So that a large class leaves the projector its room: of those who agreed to be named, the last to come. */
const shownNames = 12;

type Props = { sight: StageSight; invitation: string | undefined; spotlit: Spotlit; now(): number };

function Stage({ sight: { view }, invitation, spotlit, now }: Props) {
  const [addresses, setAddresses] = useState<Addresses | undefined>();
  useEffect(() => void joinAddresses().then(setAddresses), []);
  if (view.endedAt !== null) return <Ended title={view.title} />;
  const people = view.here > 1 ? `${view.here} are here` : view.here === 1 ? 'One is here' : 'Nobody is here yet';
  const [seen, more] = [view.names.slice(-shownNames), view.names.length - shownNames];
  return (
    <>
      <header>
        <h1>{view.title}</h1>
        {view.isFrozen && <p>The labs are paused.</p>}
        {view.countdown && <Countdown countdown={view.countdown} now={now} />}
      </header>
      {/* One thing at a time: the lab is there again when the vote is put away. */}
      {view.spotlight && !view.vote && (
        <StageSpotlight spotlight={view.spotlight} agenda={view.agenda} spotlit={spotlit} />
      )}
      <div class="middle" data-led={[view.lead, view.spotlight, view.vote].some(Boolean)}>
        {view.vote && <VoteBoard vote={view.vote} />}
        {view.lead && !view.vote && <Where page={view.lead.page} step={view.lead.step} agenda={view.agenda} />}
        {addresses && (
          <section aria-label="How to join">
            <Qr text={joinLink(addresses.chosen, view.code, invitation)} />
            <p>
              <span class="address">{addresses.chosen.replace(/^https?:\/\//, '')}/join/</span>
              <b class="code">{view.code}</b>
            </p>
          </section>
        )}
      </div>
      <p class="people">
        {people}
        {seen.length > 0 && ', among them '}
        {seen.map((name, nth) => (
          <>
            {nth > 0 && ', '}
            <bdi key={name}>{name}</bdi>
          </>
        ))}
        {more > 0 && ` and ${more} more`}
      </p>
    </>
  );
}

const Ended = ({ title }: { title: string }) => (
  <div class="middle">
    <p class="big">
      {title} has ended.
      <small>Thank you for coming. What you did is yours to take home: the bar on your page has it.</small>
    </p>
  </div>
);

type WhereProps = { page: string; step: number | undefined; agenda: StageSight['view']['agenda'] };

function Where({ page, step, agenda }: WhereProps) {
  const title = useTitle(page, agenda);
  return (
    <p class="big">
      <small>The class is at</small>
      {title}
      {step !== undefined && <span>Step {step}</span>}
    </p>
  );
}
