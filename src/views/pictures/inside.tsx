import { useSignal } from '@preact/signals';
import type { ComponentProps, FunctionComponent } from 'preact';
import './inside.css';
import type { PicturesOfSeveral } from './of-several.tsx';

type Props = ComponentProps<typeof PicturesOfSeveral>;

/** All pictures of a trace, loaded when somebody wants to look: until then the lab carries none of them. */
export function Inside(props: Props) {
  const open = useSignal(false);
  const loaded = useSignal<{ PicturesOfSeveral: FunctionComponent<Props> } | undefined>(undefined);

  async function toggle() {
    open.value = !open.value;
    loaded.value ??= await import('./of-several.tsx');
  }

  return (
    <div class="inside">
      <button type="button" aria-expanded={open.value} onClick={toggle}>
        Look inside
      </button>
      {open.value && loaded.value && <loaded.value.PicturesOfSeveral {...props} />}
    </div>
  );
}
