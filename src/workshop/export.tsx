import type { Rig } from './rig.ts';

export function Export({ rig }: { rig: Rig }) {
  async function save(form: 'csv' | 'json') {
    const reply = await rig.ask<{ text: string }>('report', { form });
    if (!reply?.ok) return;
    const url = URL.createObjectURL(new Blob([reply.value.text]));
    Object.assign(document.createElement('a'), { href: url, download: `workshop.${form}` }).click();
    URL.revokeObjectURL(url);
  }
  return (
    <p class="line">
      <button type="button" onClick={() => save('csv')}>
        Save the report as CSV
      </button>
      <button type="button" aria-label="Save the report as JSON" onClick={() => save('json')}>
        as JSON
      </button>
    </p>
  );
}
