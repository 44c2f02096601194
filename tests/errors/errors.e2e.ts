import { type Browser, type BrowserType, expect, test } from '@playwright/test';
import type { KnownError } from '../../src/content/errors/known-error.ts';
import { errorGroups } from '../../src/content/errors.ts';
import { withWindow } from '../with-window.ts';
import { asTold, provokeAll, type Said } from './said.fixture.ts';

type Name = keyof KnownError['says'];
const errors = errorGroups.flatMap(({ errors }) => errors);
const provoked = errors.filter(({ told }) => told === undefined);
const known = (slug: string) => errors.find((error) => error.slug === slug)!;

/** Every wording of the table against what the browser said, all at once, so that a new version is looked at once. */
function expectTold(browser: Name, said: Record<string, Said>) {
  const told = Object.entries(said).map(([slug, each]) => [slug, asTold(known(slug), browser, each)]);
  const table = Object.keys(said).map((slug) => [slug, known(slug).says[browser]]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(table));
}

test('what the table says a browser says is what it says, error by error @both', async ({
  page,
  browserName,
  request,
}) => {
  const { standIn } = await (await request.get('/api/ice')).json();
  // A machine that is on no network has no server to refuse it.
  const slugs = provoked.map(({ slug }) => slug).filter((slug) => standIn || slug !== 'wrong-password');
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  expectTold(browserName as Name, await provokeAll(page, slugs));
  expect(complaints).toEqual([]);
});

const askForPicture = () =>
  navigator.mediaDevices.getUserMedia({ video: true }).then(
    () => null,
    ({ name, message }: Error) => `${name}: ${message}`,
  );

test('a browser without a camera, one whose owner said no, and a page that nobody touched say what the table says @both', async ({
  playwright,
  browserName,
  launchOptions,
  channel,
  baseURL,
}) => {
  const launch = (without: string, firefoxUserPrefs: Record<string, unknown>): Promise<Browser> =>
    (playwright[browserName] as BrowserType).launch({
      ...launchOptions,
      channel,
      ...(browserName === 'chromium' && withWindow),
      args: launchOptions.args?.filter((flag) => !flag.startsWith(without)),
      firefoxUserPrefs: { ...launchOptions.firefoxUserPrefs, ...firefoxUserPrefs } as never,
    });

  const suspicious = await launch('--use-fake-ui', {
    'media.navigator.permission.disabled': false,
    'permissions.default.camera': 2,
    'media.autoplay.default': 1,
  });
  const bare = await launch('--use-fake-device', { 'media.navigator.streams.fake': false });
  try {
    const page = await suspicious.newPage({ baseURL });
    // A script of the page's own: what a driver evaluates counts as a click.
    await page.addInitScript(() => {
      const sound = new MediaStreamAudioDestinationNode(new AudioContext()).stream;
      const video = Object.assign(document.createElement('video'), { srcObject: sound });
      const said = video.play().catch(({ name, message }: Error) => `${name}: ${message}`);
      Object.assign(window, { said });
    });
    await page.goto('/errors/');
    const unheard = await page.evaluate(() => (window as unknown as { said: Promise<string> }).said);
    const saidNo = await page.evaluate(askForPicture);

    // No page of a name like this is asked for: the driver itself answers.
    await page.route('http://trickle.lan/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>Plain</p>' }),
    );
    await page.goto('http://trickle.lan/');
    const plain = await page.evaluate(async () => {
      try {
        await navigator.mediaDevices.getUserMedia({ video: true });
        return null;
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    });

    const another = await bare.newPage({ baseURL });
    await another.goto('/errors/');
    const noCamera = await another.evaluate(askForPicture);
    expectTold(browserName as Name, {
      'unheard-of-sound': unheard,
      'said-no': saidNo,
      'no-media-devices': plain,
      'no-camera': noCamera,
    });
  } finally {
    await Promise.all([suspicious.close(), bare.close()]);
  }
});
