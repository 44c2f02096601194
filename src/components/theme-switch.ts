const says = {
  system: 'Colours: as the system has them',
  light: 'Colours: light',
  dark: 'Colours: dark',
};
export type Theme = keyof typeof says;
const themes = Object.keys(says) as Theme[];

const page = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('[data-part="theme"]')!;

// theme.js has set it before the first paint.
let theme = (page.dataset.theme ?? 'system') as Theme;
label();

button.addEventListener('click', () => {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  if (theme === 'system') delete page.dataset.theme;
  else page.dataset.theme = theme;
  label();
  try {
    localStorage.setItem('trickle:theme', theme);
  } catch {
    // It holds for this page.
  }
});

function label() {
  button.ariaLabel = button.title = says[theme];
}
