import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Trace } from '../trace/trace.ts';
import type { PicturesOfSeveral } from '../views/pictures/of-several.tsx';

/** All pictures of a trace that comes from elsewhere, loaded when there is one. */
export function LatePictures({ trace }: { trace: Trace }) {
  const [Pictures, setPictures] = useState<FunctionComponent<Parameters<typeof PicturesOfSeveral>[0]>>();
  useEffect(
    () => void import('../views/pictures/of-several.tsx').then((loaded) => setPictures(() => loaded.PicturesOfSeveral)),
    [],
  );
  return Pictures ? <Pictures trace={trace} growing here={nobody} /> : null;
}

/** Nobody's clock is this page's. */
const nobody: readonly string[] = [];
