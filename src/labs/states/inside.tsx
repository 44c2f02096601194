import { useSignal } from '@preact/signals';
import type { ComponentProps, FunctionComponent } from 'preact';
import type { Pictures } from '../../views/pictures/pictures.tsx';

type Props = ComponentProps<typeof Pictures>;

/** What else was recorded, and how to go back in it: loaded when somebody wants to look. */
export function Inside(props: Props) {
  const open = useSignal(false);
  const loaded = useSignal<{ Pictures: FunctionComponent<Props> } | undefined>(undefined);

  async function toggle() {
    open.value = !open.value;
    loaded.value ??= await import('../../views/pictures/pictures.tsx');
  }

  return (
    <div class="inside">
      <button type="button" aria-expanded={open.value} onClick={toggle}>
        Look inside
      </button>
      {open.value && loaded.value && <loaded.value.Pictures {...props} />}
    </div>
  );
}
