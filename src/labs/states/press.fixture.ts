import type { Page } from '@playwright/test';
import type { LabHost } from '../lab-host.ts';

export type Name = 'alice' | 'bob';
export type Press = `${Name} ${string}`;

export type Pressed = {
  /** What the button said beforehand: 'allowed', 'refused' or 'missing', and in how many words. */
  kind: string;
  says: string;
  whole: string;
  /** Where the connection is afterwards, and the error's name if it was refused. */
  state: string;
  error: string | undefined;
  /** What else happened meanwhile, at this peer. */
  tracks: number;
};

/** Opens the lab's own page, both connections new. */
export async function openLab(page: Page) {
  await page.goto('/labs/states/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Start over' }).waitFor();
}

/** Presses buttons one after the other, each once the one before has had its outcome. */
export const pressAll = (page: Page, presses: readonly Press[]): Promise<Pressed[]> =>
  page.evaluate(async (presses) => {
    const told: Pressed[] = [];
    for (const press of presses) {
      const [who, ...call] = press.split(' ');
      const card = document.querySelector(`.card[data-who="${who}"]`)!;
      const button = card.querySelector<HTMLButtonElement>(`[data-call="${call.join(' ')}"]`)!;
      const outcome = card.querySelector('.outcome')!;
      const { trace } = document.querySelector<LabHost>('lab-host')!.lab!;
      const before = trace.entries.length;
      const kind = button.dataset.foretold!;
      const says = button.querySelector('small')!.textContent;
      const whole = button.querySelector('span')!.textContent;
      const nr = () => outcome.firstElementChild?.getAttribute('data-press');
      const last = nr();
      if (kind !== 'missing') {
        await new Promise<void>((resolve) => {
          const watcher = new MutationObserver(() => {
            if (nr() === last) return;
            watcher.disconnect();
            resolve();
          });
          watcher.observe(outcome, { subtree: true, childList: true, attributes: true });
          button.click();
        });
      }
      const since = trace.entries.slice(before).filter((entry) => entry.who === who);
      const went = outcome.firstElementChild as HTMLElement | null;
      told.push({
        kind,
        says,
        whole,
        state: card.querySelector('output')!.textContent,
        error: went?.dataset.went === 'refused' ? went.querySelector('q')!.textContent.split(':')[0] : undefined,
        tracks: since.filter(({ what, name }) => what === 'event' && name === 'track').length,
      });
    }
    return told;
  }, presses);

/** Resolves once this peer gathers, or has gathered. */
export const gathers = (page: Page, who: Name) =>
  page.waitForFunction((who) => {
    const { trace } = document.querySelector<LabHost>('lab-host')!.lab!;
    const states = trace.entries.filter((entry) => entry.who === who && entry.what === 'state');
    return states.findLast(({ name }) => name === 'gathering')?.body !== 'new';
  }, who);

/** Both connections are new again. */
export async function startOver(page: Page) {
  await page.evaluate(() => {
    const outcome = document.querySelectorAll('.outcome');
    const button = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Start over')!;
    button.click();
    return new Promise<void>((resolve) => {
      const look = () => {
        if ([...outcome].every(({ childElementCount }) => childElementCount === 0)) resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
  });
}
