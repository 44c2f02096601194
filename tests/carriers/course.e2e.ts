import { type Browser, expect, type Page, test } from '@playwright/test';
import { serveCourse } from './course/page.ts';
import { type CallHouse, type CallSide, openCallHouse, talk } from './house.ts';

// A program that was written for the course, and that nobody changed for us.

let house: CallHouse;
let elsewhere: Awaited<ReturnType<typeof serveCourse>>;
test.beforeAll(async () => {
  house = await openCallHouse();
  elsewhere = await serveCourse(`http://localhost:${house.port}`);
});
test.afterAll(async () => {
  elsewhere.close();
  await house.close();
});

const places = {
  'at /mine/': () => `http://localhost:${house.port}/mine/course/`,
  'at another port of this machine': () => elsewhere.url,
};
type Place = keyof typeof places;

async function openCourse(browser: Browser, place: Place, name: string, spelling: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${places[place]()}?name=${name}&spelling=${spelling}`);
  return page;
}

const inLobby: CallSide & { room: string } = {
  ...{ way: 'Socket.IO', room: 'lobby', password: 'x' },
  ...{ withVideo: true, withoutChat: true },
};

/** The picture of the other side moves. */
const seesTheOther = (page: Page) =>
  page.locator('#remote').evaluate((video: HTMLVideoElement) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    video.requestVideoFrameCallback(() => resolve());
    return promise;
  });

const everythingCameThrough = (ours: Page) => expect(ours.locator('body[data-came-through]')).toBeAttached();

for (const [place, spelling] of [
  ['at /mine/', 'the one of its code'],
  ['at another port of this machine', 'other'],
] as const) {
  test(`a program of the course ${place} calls a page of ours (spelling: ${spelling}) @both`, async ({ browser }) => {
    const ours = await house.pagesOf(browser).bob;
    const course = await openCourse(browser, place, 'alice', spelling);
    const talking = talk(ours, { ...inLobby, name: 'bob' });
    await course.getByRole('button', { name: 'Call' }).click();
    await expect(course.locator('#partner')).toHaveText('bob');
    await Promise.all([seesTheOther(course), everythingCameThrough(ours)]);
    await course.context().close();
    await talking;
  });

  test(`a page of ours calls a program of the course ${place} (spelling: ${spelling}) @both`, async ({ browser }) => {
    const ours = await house.pagesOf(browser).alice;
    const course = await openCourse(browser, place, 'bob', spelling);
    const talking = talk(ours, { ...inLobby, name: 'alice' });
    await course.getByRole('button', { name: 'Answer alice' }).click();
    await Promise.all([seesTheOther(course), everythingCameThrough(ours)]);
    await course.context().close();
    await talking;
  });
}
