import type { Page } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import type { LabHost } from '../lab-host.ts';

export const labPage = '/labs/camera/';

export type Source = 'Synthetic' | 'Camera';
export const sources = ['Synthetic', 'Camera'] as const;

export const sentence = (page: Page) => page.getByRole('status', { name: 'Camera' });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const choose = (page: Page, source: Source) => page.getByRole('radio', { name: source }).check({ force: true });

export async function start(page: Page, source: Source) {
  await page.goto(labPage);
  await choose(page, source);
  await press(page, 'Start');
}

export const entries = (page: Page) =>
  page.evaluate(() => [...(document.querySelector<LabHost>('lab-host')!.lab?.trace.entries ?? [])]) as Promise<Entry[]>;

/** Resolves with the size of the picture when some more frames of it have been shown. */
export const frames = (page: Page) =>
  page.locator('lab-host video').evaluate(async (video: HTMLVideoElement) => {
    for (let frame = 0; frame < 3; frame++) await new Promise((shown) => video.requestVideoFrameCallback(shown));
    return [video.videoWidth, video.videoHeight];
  });
