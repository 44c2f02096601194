import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ClassList } from './class-list.tsx';
import './console.css';
import { Export } from './export.tsx';
import { HeatMap } from './heat-map.tsx';
import { HelpDoor, takePass } from './help-door.tsx';
import { Helpers } from './helpers.tsx';
import { Invite } from './invite.tsx';
import { forget, type KeptHelper, type KeptKey, keep, kept } from './kept.ts';
import { LeadForm } from './lead-form.tsx';
import { type Page, readPages } from './pages.ts';
import { Pairing } from './pairing.tsx';
import { type Opened, openRig, type Rig } from './rig.ts';
import { SpotlightPanel } from './spotlight-panel.tsx';
import { Start } from './start.tsx';
import { Tools } from './tools.tsx';
import { forgetUnwritten, keepUnwritten, unwritten } from './unwritten.ts';
import { VoteDesk } from './vote-desk.tsx';
import { WhatGoesOn, Wheel } from './wheel.tsx';

export function mount(root: HTMLElement) {
  const opened = signal<Opened | undefined>(undefined);
  const open = (key: KeptKey, recovery?: string) => {
    keep('key', key);
    if (recovery) keepUnwritten(key.code, recovery);
    opened.value = {
      rig: openRig({ as: 'instructor', ...key }),
      code: key.code,
      recovery: unwritten(key.code) ?? recovery,
    };
  };
  const begin = (key: KeptKey, recovery: string) => {
    open(key, recovery);
    // The button that was pressed stood far down.
    scrollTo({ top: 0 });
  };
  const help = (helper: KeptHelper) => {
    keep('helper', helper);
    const { pass, console, name } = helper;
    opened.value = { rig: openRig({ as: 'guest', pass, console, name }), code: '' };
  };
  const pass = takePass();
  const [before, helper] = [kept('key'), kept('helper')];
  if (!pass && before) open(before);
  else if (!pass && helper) help(helper);
  const close = () => {
    opened.value?.rig.close();
    forgetUnwritten();
    forget(opened.value?.code === '' ? 'helper' : 'key');
    opened.value = undefined;
  };
  const pages = readPages();
  function Root() {
    if (opened.value) return <Console key={opened.value.code} opened={opened.value} pages={pages} close={close} />;
    return pass ? <HelpDoor pass={pass} open={help} /> : <Start pages={pages} open={begin} />;
  }
  root.replaceChildren();
  render(<Root />, root);
}

type Props = { opened: Opened; pages: readonly Page[]; close(): void };

function Console({ opened, pages, close }: Props) {
  const { rig } = opened;
  const view = rig.view.value;
  if (rig.over.value)
    return (
      <div class="console">
        <p role="status">{rig.over.value}</p>
        <button type="button" onClick={close}>
          Start another workshop
        </button>
      </div>
    );
  if (!view)
    return (
      <p role="status">{rig.standing.value === 'lost' ? 'The server does not answer. Still trying.' : 'Opening …'}</p>
    );
  const isHelper = rig.role.value === 'helper';
  if (view.endedAt !== null) return <Ended rig={rig} title={view.title} close={close} />;
  return (
    <div class="console">
      <header class="head">
        <h2>{view.title}</h2>
        <p role="status" class="standing" data-standing={rig.standing.value}>
          {rig.standing.value === 'connected' ? 'Connected' : 'Not connected. Still trying.'}
        </p>
      </header>
      <p role="alert" class="trouble">
        {rig.trouble.value || rig.unkept.value}
      </p>
      {isHelper ? (
        <p>You help: go to whoever raises a hand, and they see that you come.</p>
      ) : (
        <Wheel rig={rig} view={view} />
      )}
      <SpotlightPanel rig={rig} pages={pages} />
      <HeatMap rig={rig} openedAt={view.openedAt} pages={pages} />
      <div class="columns" data-for={rig.role.value}>
        <ClassList rig={rig} pages={pages} />
        {!isHelper && (
          <div class="desk" id="desk" tabindex={-1}>
            <Invite opened={opened} view={view} />
            {rig.may('lead') ? (
              <>
                <LeadForm rig={rig} view={view} pages={pages} />
                <Pairing rig={rig} view={view} pages={pages} />
                <VoteDesk rig={rig} view={view} pages={pages} />
              </>
            ) : (
              <WhatGoesOn rig={rig} view={view} />
            )}
            <Tools rig={rig} view={view} />
            <Helpers rig={rig} view={view} />
          </div>
        )}
      </div>
    </div>
  );
}

function Ended({ rig, title, close }: { rig: Rig; title: string; close(): void }) {
  const head = useRef<HTMLHeadingElement>(null);
  // The button that ended it is gone, and the page is short by now.
  useEffect(() => {
    forgetUnwritten();
    head.current!.focus();
    scrollTo({ top: 0 });
  }, []);
  return (
    <div class="console ended">
      <h2 ref={head} tabIndex={-1}>
        {title} has ended
      </h2>
      {rig.may('report') && (
        <>
          <p>What the class did is kept for a while. Save the report before you start another.</p>
          <Export rig={rig} />
        </>
      )}
      <button type="button" onClick={close}>
        Start another workshop
      </button>
    </div>
  );
}
