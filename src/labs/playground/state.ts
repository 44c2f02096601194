/** What there is, as the page can see it at one moment. */
export type Seen = {
  /** Of each track that came, whether it lives. */
  tracks: readonly { kind: string; readyState: MediaStreamTrackState }[];
  shown: boolean;
  screen: MediaStreamTrackState | undefined;
  recording: boolean;
  recorded: boolean;
  canShareScreen: boolean;
};

/** What a button says of itself: it can be pressed, it has been and goes on, or something else comes first. */
export type Button = 'ready' | 'on' | 'later';
export type Buttons = Record<
  'share' | 'show' | 'hide' | 'stop' | 'resize' | 'record' | 'end' | 'play' | 'screen',
  Button
>;

/**
 * Every button from what is there, and none from what was pressed: a camera that is unplugged, and a screen that somebody
 * stopped sharing, turn them as well as a press does.
 */
// #region buttons
export function buttonsOf({ tracks, shown, screen, recording, recorded, canShareScreen }: Seen): Buttons {
  const live = tracks.filter(({ readyState }) => readyState === 'live');
  const shared = live.length > 0;
  const picture = live.some(({ kind }) => kind === 'video');
  const when = (condition: boolean): Button => (condition ? 'ready' : 'later');
  return {
    share: shared ? 'on' : 'ready',
    show: shared && shown ? 'on' : when(shared),
    hide: when(shared && shown),
    stop: when(shared || screen === 'live'),
    resize: when(picture),
    record: recording ? 'on' : when(shared),
    end: when(recording),
    play: when(recorded && !recording),
    screen: screen === 'live' ? 'on' : when(canShareScreen),
  };
}
// #endregion buttons
