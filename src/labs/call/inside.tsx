import { useSignal } from '@preact/signals';
import type { ComponentProps, FunctionComponent } from 'preact';
import type { Pictures } from '../../views/pictures/pictures.tsx';

type Props = ComponentProps<typeof Pictures>;

/** The pictures of the call, loaded when somebody wants to look: until then it is a call and nothing else. */
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
