import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PicturesOfSeveral } from '../views/pictures/of-several.tsx';
import type { Watched } from '../views/pictures/use-entries.ts';

/** All pictures of a trace that comes from elsewhere, loaded when there is one. */
export function LatePictures({ trace }: { trace: Watched }) {
  const [Pictures, setPictures] = useState<FunctionComponent<Parameters<typeof PicturesOfSeveral>[0]>>();
  useEffect(
    () => void import('../views/pictures/of-several.tsx').then((loaded) => setPictures(() => loaded.PicturesOfSeveral)),
    [],
  );
  return Pictures ? <Pictures trace={trace} growing here={nobody} /> : null;
}

/** Nobody's clock is this page's. */
const nobody: readonly string[] = [];
