import { render } from 'preact';
import { Pictures } from '../../views/pictures/pictures.tsx';
import type { LabContext } from '../lab.ts';
import { Chat } from './chat.tsx';
import { createDesk, type Desk, nameOf, type Side } from './desk.ts';
import { LetterIn } from './letter-in.tsx';
import { LetterOut } from './letter-out.tsx';
import './panel.css';

export async function mount(root: HTMLElement, context: LabContext) {
  const { params, signal: leaving } = context;
  const desk = createDesk(context);
  const brought = /#(offer|answer)=/.exec(location.hash)?.[1];
  if (brought === 'answer') {
    const { HandedOver } = await import('./handed-over.tsx');
    render(<HandedOver link={location.href} signal={leaving} />, root);
    return () => render(null, root);
  }
  // Nobody waits for an answer before there is an offer.
  let isWaiting = false;
  desk.written.subscribe(({ alice }) => {
    if (!alice || isWaiting) return;
    isWaiting = true;
    void import('./hand-over.ts').then(({ waitForAnswer }) => waitForAnswer(desk, leaving));
  });
  const as = params.get('as');
  const sides: readonly Side[] = as === 'alice' || as === 'bob' ? [as] : ['alice', 'bob'];
  render(<Panel {...{ desk, sides, context }} brought={brought ? location.href : ''} />, root);
  return () => render(null, root);
}

type Props = { desk: Desk; sides: readonly Side[]; brought: string; context: LabContext };

function Panel({ desk, sides, brought, context: { trace, light } }: Props) {
  return (
    <div class="by-hand-lab">
      {sides.length === 2 && (
        <p class="apart">
          Both sit here, and you carry. Or take two windows:{' '}
          <a href="/labs/by-hand/?as=alice" target="_blank" rel="noreferrer">
            only Alice
          </a>
          ,{' '}
          <a href="/labs/by-hand/?as=bob" target="_blank" rel="noreferrer">
            only Bob
          </a>
          .
        </p>
      )}
      <div class="sides">
        {sides.map((who) => (
          <section key={who} class={who} aria-label={nameOf[who]}>
            <h3>{nameOf[who]}</h3>
            {who === 'alice' ? <Alice desk={desk} /> : <Bob desk={desk} brought={brought} />}
            <p class="sentence" role="status" aria-label={`How ${nameOf[who]} fares`}>
              {desk.sentence.value[who]}
            </p>
            <Chat who={who} desk={desk} />
          </section>
        ))}
      </div>
      <Pictures trace={trace} growing seats={sides} onPick={({ line }) => line && light(line)} />
    </div>
  );
}

function Alice({ desk }: { desk: Desk }) {
  const writing = desk.written.value.alice;
  return (
    <>
      <button type="button" class={writing ? '' : 'strong'} onClick={desk.writeOffer}>
        {writing ? 'Write another offer' : 'Write an offer'}
      </button>
      {writing && <LetterOut who="alice" writing={writing} onCarry={() => desk.carry('alice')} />}
      {writing && <LetterIn what="Bob’s answer" act="Take the answer" onTake={(text) => desk.take('alice', text)} />}
    </>
  );
}

function Bob({ desk, brought }: { desk: Desk; brought: string }) {
  const writing = desk.written.value.bob;
  return (
    <>
      {/* What was put down before is no answer to another offer: its place is made anew. */}
      <LetterIn
        key={desk.offered()}
        what="Alice’s offer"
        act="Answer it"
        brought={brought}
        onTake={(text) => desk.take('bob', text)}
      />
      {writing && <LetterOut who="bob" writing={writing} onCarry={() => desk.carry('bob')} />}
    </>
  );
}
