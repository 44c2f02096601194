import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import type { PairView } from '../../protocol/workshop/views.ts';
import type { LabHost } from '../labs/lab-host.ts';
import './pairs.css';
import { ServerDoor } from './server-door.tsx';
import { partOf, sayPartner } from './words.ts';

export type Together = ReturnType<typeof openTogether>;

/** The labs of this page that two can be in: whether they start with the partner, and what their doors say of it. */
export function openTogether(pair: ReadonlySignal<PairView | null>, leaving: AbortSignal) {
  const hosts = [...document.querySelectorAll<LabHost>('lab-host[data-for-two]')];
  /** Wants to try it without their partner. */
  const isAlone = signal(false);
  /** With whom each lab was started last. */
  const begun = signal<ReadonlyMap<LabHost, string | undefined>>(new Map());
  const running = signal<LabHost | undefined>(undefined);

  function look() {
    running.value = hosts.find(({ dataset: { state } }) => state === 'running');
  }
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes as (MutationRecord & { target: LabHost })[])
      if (target.dataset.state === 'loading') begun.value = new Map(begun.value).set(target, target.dataset.pair);
    look();
  });
  for (const host of hosts) observer.observe(host, { attributes: true, attributeFilter: ['data-state'] });
  look();

  const notes = hosts.map((host) => {
    const note = document.createElement('div');
    note.className = 'with-partner';
    host.querySelector('[data-part="start"]')!.before(note);
    return { host, note };
  });
  const end = effect(() => {
    for (const { host, note } of notes) {
      const here = pair.value && meetingIn(pair.value, host);
      const withPartner = here?.plays === 'server' || isAlone.value ? undefined : here?.params;
      if (withPartner === undefined) delete host.dataset.pair;
      else host.dataset.pair = withPartner;
      render(here && <Door pair={pair.value!} room={here.room} host={host} isAlone={isAlone} />, note);
    }
  });
  leaving.addEventListener('abort', () => {
    end();
    observer.disconnect();
    for (const { host, note } of notes) {
      delete host.dataset.pair;
      render(null, note);
      note.remove();
    }
  });

  return {
    /** A lab that runs without the partner whom its learner has by now. */
    get unjoined(): LabHost | undefined {
      const host = running.value;
      const wanted = host && pair.value && !isAlone.value ? meetingIn(pair.value, host).params : undefined;
      return wanted !== undefined && begun.value.get(host!) !== wanted ? host : undefined;
    },
    hosts,
  };
}

/** Each lab has a room of its own: two who are in different ones do not meet half-way. */
function meetingIn({ room, plays, partners }: PairView, host: LabHost) {
  const here = `${room}.${host.getAttribute('name')}`;
  const { name: partner = '' } = partners.find(({ plays }) => plays !== 'server') ?? {};
  const params = plays === 'server' ? undefined : String(new URLSearchParams({ room: here, who: plays, partner }));
  return { room: here, plays, params };
}

type Props = { pair: PairView; room: string; host: LabHost; isAlone: { value: boolean } };

function Door({ pair, room, host, isAlone }: Props) {
  const { plays, partners } = pair;
  if (plays === 'server') return <ServerDoor key={room} pair={pair} room={room} host={host} />;
  const partner = partners.find(({ plays }) => plays !== 'server')!;
  const third = partners.find(({ plays }) => plays === 'server');
  return (
    <>
      <p>
        You are <b>{partOf[plays]}</b>, {sayPartner(partner)}.
        {third && ` ${third.name} plays the server, and passes on what you say by way of it.`}
      </p>
      <label>
        <input
          type="checkbox"
          checked={!isAlone.value}
          onChange={({ currentTarget }) => (isAlone.value = !currentTarget.checked)}
        />
        Start together with {partner.name}
      </label>
    </>
  );
}
