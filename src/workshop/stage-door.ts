const root = document.querySelector<HTMLElement>('[data-stage]')!;
const pass = location.hash.slice(1);

if (pass) (await import('./stage.tsx')).mount(root, pass);

export {};
