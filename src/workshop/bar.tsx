import { render } from 'preact';
import './bar.css';
import { Controls } from './bar-controls.tsx';
import { Asking, News } from './bar-notices.tsx';
import { type Desk, openDesk } from './desk.ts';
import { TakeHome } from './home/take-home.tsx';
import { kept } from './kept.ts';
import { type Member, openMember } from './member.ts';
import { Paused } from './paused.tsx';
import { Leave, Seen } from './seen.tsx';
import { SpotlightNotice } from './spotlight-notice.tsx';
import { VoteCard } from './vote-card.tsx';

/** The bar of whoever has a seat, on this page until they leave. */
export function mountBar(member: Member = openMember(kept('seat')!)) {
  document.documentElement.dataset.seat = '';
  const root = document.body.appendChild(document.createElement('div'));
  root.className = 'workshop-bar';
  const leaving = new AbortController();
  keepRoom(root, leaving.signal);
  const desk = openDesk(member, leaving.signal);
  const close = () => {
    leaving.abort();
    render(null, root);
    root.remove();
    delete document.documentElement.dataset.seat;
  };
  render(<Bar desk={desk} close={close} />, root);
}

/** With a notice the bar is higher, and must not lie on what is below; of what somebody opens in it, only so much. */
function keepRoom(root: HTMLElement, signal: AbortSignal) {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--bar-grown', `min(${root.offsetHeight}px, 30dvh)`));
  observer.observe(root);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    style.removeProperty('--bar-grown');
  });
}

function Bar({ desk, close }: { desk: Desk; close(): void }) {
  const { member, view, isOpen } = desk;
  if (member.over.value) return <Over sentence={member.over.value} close={close} />;
  if (view.value && view.value.endedAt !== null) return <Ended desk={desk} />;
  return (
    <aside aria-label="Workshop">
      {isOpen.value && <Seen desk={desk} />}
      <News desk={desk} />
      <Paused desk={desk} />
      <SpotlightNotice desk={desk} />
      <VoteCard desk={desk} />
      {desk.isAsking.value && <Asking desk={desk} />}
      <Controls desk={desk} />
    </aside>
  );
}

const Over = ({ sentence, close }: { sentence: string; close(): void }) => (
  <aside aria-label="Workshop">
    <div class="row">
      <p role="status">{sentence}</p>
      <button type="button" onClick={close}>
        Close
      </button>
    </div>
  </aside>
);

function Ended({ desk }: { desk: Desk }) {
  const { view } = desk;
  return (
    <aside aria-label="Workshop">
      <div class="row">
        <p role="status">
          <b>{view.value!.title}</b> has ended.
        </p>
        <TakeHome desk={desk} />
        <Leave leave={desk.leave} />
      </div>
    </aside>
  );
}
