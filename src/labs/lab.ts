import type { SourceLine } from '../../protocol/entry.ts';
import type { Carrier } from '../carriers/carrier.ts';
import type { Trace } from '../trace/trace.ts';

/** Where a lab's pictures and sound come from. */
export type Source = 'camera' | 'synthetic';

/** A way to reach the other peer, and which it is: the server, or a room in this page where no server answers. */
export type Reach = { carrier: Carrier; through: 'server' | 'page' };

/** With whom its learner was paired, by whoever leads the class: where the two meet, and which of them this page is. */
export type Pair = { room: string; who: 'alice' | 'bob'; partner: string };

export type LabContext = {
  /** Makes a connection of somebody's, 'alice' or 'bob', recorded; it is closed when the lab stops. */
  newPeer(who: string, configuration?: RTCConfiguration): RTCPeerConnection;
  /** The methods of `navigator.mediaDevices`, recorded. Undefined on a page that is no secure context, as there. */
  devices: MediaDevices;
  /** The same for somebody else of this page: with synthetic devices, everybody has a face of their own. */
  devicesOf(who: string): MediaDevices;
  /** The same way, however often it is asked for. What is said and heard on it is noted under the name of each seat. */
  carrier(): Promise<Reach>;
  source: Source;
  trace: Trace;
  /** What stands behind the `?` of the lab's own page, or what the lesson says it is to be started with. */
  params: URLSearchParams;
  /** Goes before the params, and only to labs that are `forTwo`. The room is nobody else's: it stands in no link. */
  pair: Pair | undefined;
  /** Aborts when the learner stops the lab or leaves: because of `pagehide`, if the page may be about to come again. */
  signal: AbortSignal;
  /** Lights a line wherever the page quotes it. Without one, nothing has run yet. */
  light(line?: SourceLine): void;
};

/** Stops what was mounted; resolves when every track and peer of the lab is closed. */
export type Stop = () => void | Promise<void>;

/** What a lab's `panel.tsx` is: it comes with Start, and with it everything that the lab runs on. */
export type Panel = { mount(root: HTMLElement, context: LabContext): Stop | Promise<Stop> };

/** What a lab's `lab.ts` exports: what pages say of it before Start. */
export type Lab = {
  title: string;
  /** One sentence: what can be tried here. */
  about: string;
  /** What it cannot do without, beyond a browser. */
  needs: readonly (
    | 'a camera, or the synthetic one'
    | 'a computer with a screen, or the synthetic one'
    | 'a server'
    | 'a partner'
    | 'a second device'
  )[];
  /** What it begins with, where it has picture or sound and therefore a choice. */
  source?: Source;
  /** What its real source is called, where that is no camera. */
  real?: string;
  /** It shows or plays what a microphone hears: only then is there a choice to let the synthetic one hum. */
  hears?: true;
  /** Two pages can be in it together: its learner may be paired. */
  forTwo?: true;
  /** It goes step by step, and shows at which of them a class is: `data-class-step` of its host. */
  hasSteps?: true;
  /** What its own page quotes, where that is not <name>.ts. */
  quoted?: string | readonly string[];
  /** It is another lab, started with these params: a task with what that lab can do. */
  runs?: { lab: string; params: string };
};
