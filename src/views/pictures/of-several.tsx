import type { ComponentProps } from 'preact';
import { useMemo } from 'preact/hooks';
import { oneClock, stationKinds } from './one-clock.ts';
import { Pictures } from './pictures.tsx';
import { useEntries } from './use-entries.ts';

type Props = Omit<ComponentProps<typeof Pictures>, 'clock'> & {
  /** Whose entries this page makes; without it everybody's. Others have clocks of their own. */
  here?: readonly string[];
};

/** The same pictures of a trace that more than this page may have made. */
export function PicturesOfSeveral({ here, ...props }: Props) {
  const { entries } = props.trace;
  const seen = useEntries(props.trace);
  const known = here && stationKinds(seen);
  // Set anew only when more is known: another clock lays out every picture anew.
  const clock = useMemo(() => here && oneClock(entries, here), [entries, known, here?.join()]);
  return <Pictures {...props} clock={clock} />;
}
