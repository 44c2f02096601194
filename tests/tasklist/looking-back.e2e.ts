import { expect, test } from '@playwright/test';
import { acts } from '../../src/labs/tasklist/acts.ts';
import { openAct, sentence, start } from '../../src/labs/tasklist/tasklist.fixture.ts';

test('what was shown live at an entry is what is shown when one looks back to it @long', async ({ page }) => {
  await start(page);
  for (const { title } of acts) await openAct(page, title);
  await page.evaluate(() => {
    const lab = document.querySelector<HTMLElement>('.tasklist-lab')!;
    const shown = () => ['.stage-of-two', '.acts'].map((part) => lab.querySelector<HTMLElement>(part)!.textContent);
    const live = new Map<string, string>();
    const look = () => void live.set(lab.dataset.moment!, shown().join('\n'));
    new MutationObserver(look).observe(lab, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(window, { live, look });
  });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(sentence(page)).toContainText('Connected');
  await page.getByRole('button', { name: 'Look inside' }).click();
  await expect(page.getByRole('slider')).toBeVisible();
  const { live, again, drawn, inWords } = await page.evaluate(async () => {
    const { live, look } = window as unknown as { live: Map<string, string>; look(): void };
    const first = Object.fromEntries(live);
    const lab = document.querySelector<HTMLElement>('.tasklist-lab')!;
    const slider = lab.querySelector<HTMLInputElement>('input[type="range"]')!;
    const textOf = (part: Element, selector: string) => part.querySelector(selector)!.textContent;
    const rowOf = (row: Element) => {
      const [number, name, who, took, mark] = ['number', 'name', 'who', 'took', 'mark'].map((of) =>
        textOf(row, `.${of}`),
      ) as [string, string, string, string, string];
      return `${mark} ${number.padStart(3)} ${name} (${who})${took && `  ${took}`}`;
    };
    const drawn = () => [
      textOf(lab, '.sentence').replace('Looking back: ', ''),
      ...[...lab.querySelectorAll('.step > button')].map(rowOf),
    ];
    const inWords = async () => {
      const copied = new Promise<string>((copied) => {
        Object.assign(navigator.clipboard, { writeText: async (text: string) => copied(text) });
      });
      lab.querySelector<HTMLElement>('.inspector > button')!.click();
      const [sentence, _alice, _server, _bob, ...list] = (await copied).split('\n');
      return [sentence!, ...list];
    };
    const moments: Record<'drawn' | 'inWords', string[][]> = { drawn: [], inWords: [] };
    for (const moment of Object.keys(first)) {
      slider.value = moment;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise(requestAnimationFrame);
      look();
      moments.drawn.push(drawn());
      moments.inWords.push(await inWords());
    }
    return { live: first, again: Object.fromEntries(live), ...moments };
  });
  expect(Object.keys(live).length).toBeGreaterThan(20);
  // It may have gone on meanwhile.
  expect(again).toMatchObject(live);
  expect(inWords).toEqual(drawn);
});
