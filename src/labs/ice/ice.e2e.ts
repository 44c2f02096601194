import { chromium, expect, type Page, test } from '@playwright/test';

const allows = (page: Page) => page.getByRole('region', { name: 'What this network allows' });
const ways = (page: Page) => page.getByRole('region', { name: 'alice', exact: false });

// Only a page that may use the camera shows its addresses. Firefox is told so by its preferences.
test.beforeEach(async ({ context, browserName }) => {
  if (browserName === 'chromium') await context.grantPermissions(['camera']);
});

const prepared = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What needs a network: where this machine is on none, there is nothing to press. */
async function press(page: Page, name: string, needs: 'honest' | 'standIn') {
  const offered = (await (await page.request.get('/api/ice')).json()) as Record<string, string | undefined>;
  if (offered[needs] === undefined) {
    await expect(prepared(page, 'Nobody')).toBeVisible();
    await expect(prepared(page, name)).toHaveCount(0);
    return false;
  }
  await prepared(page, name).click();
  return true;
}

async function start(page: Page, query = '') {
  await page.goto(`/labs/ice/${query}`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

test('candidates come, a priority is taken apart, and the pair that won is told', async ({ page, browserName }) => {
  await start(page, '?servers=');
  await expect(allows(page)).toContainText('A way was found.');
  const host = ways(page).getByRole('button', { name: 'host' }).first();
  await host.click();
  await expect(ways(page).locator('.apart')).toContainText('host: an address of this very machine.');
  await expect(ways(page).locator('.apart')).toContainText(
    /2²⁴ × 126 \+ 2⁸ × [\d,]+ \+ \(256 − 1\) = 2,1\d\d,\d{3},\d{3}/,
  );
  await expect(page.locator('[data-won="true"]').first()).toContainText('✓ won');
  await expect(allows(page)).toContainText(
    /The pair that won is a host candidate of Alice’s and a (host|prflx) candidate of Bob’s/,
  );

  // Over TCP the same address is worth less, and each browser has a number of its own for it.
  const tcp = ways(page).getByRole('row', { name: / tcp / }).first();
  await tcp.getByRole('button').click();
  await expect(ways(page).locator('.apart').last()).toContainText(
    browserName === 'firefox' ? '2²⁴ × 125 ' : '2²⁴ × 90 ',
  );

  // What is no server is refused in the browser’s own words.
  await page.getByRole('textbox', { name: 'Servers' }).fill('http://localhost');
  await page.getByRole('button', { name: 'Gather', exact: true }).click();
  await expect(page.locator('.refused')).toContainText('http');
});

test('a STUN server shows what a NAT makes of an address, on a machine without one', async ({ page }) => {
  await start(page, '?servers=');
  if (!(await press(page, 'As if behind a NAT', 'standIn'))) return;
  await expect(allows(page)).toContainText('A STUN server saw you at 203.0.113.7');
  await expect(allows(page)).toContainText('That address is not yours');
  await expect(ways(page).getByRole('row', { name: 'srflx' }).first()).toContainText('203.0.113.7');
});

test('an honest STUN server adds nothing where no NAT is', async ({ page }) => {
  await start(page, '?servers=');
  if (!(await press(page, 'This server', 'honest'))) return;
  await expect(allows(page)).toContainText('no NAT lies between you and that server');
  await expect(allows(page)).toContainText(/The STUN server of this page has answered [1-9]\d* questions? since\./);
  await expect(page.getByRole('row', { name: 'srflx' })).toHaveCount(0);
});

test('a server with nothing to ask is offered by no button, and named in no field', { tag: '@once' }, async ({
  page,
}) => {
  await page.route('/api/ice', (route) => route.fulfill({ json: { iceServers: [] } }));
  await start(page);
  await expect(prepared(page, 'Nobody, and TCP only')).toBeVisible();
  for (const name of ['This server', 'As if behind a NAT', 'A relay with a wrong password'])
    await expect(prepared(page, name)).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Servers' })).toHaveValue('');
  await expect(allows(page)).toContainText('A way was found.');
});

test('two browsers that pass on TCP alone never meet', async ({ page }) => {
  await start(page, '?servers=');
  await page.getByRole('button', { name: 'Nobody, and TCP only' }).click();
  await expect(allows(page)).toContainText('all of them active');
  await expect(allows(page)).not.toContainText('A way was found.');
});

test('a server that is not there is an error 701, and the call is made all the same', async ({ page }) => {
  await start(page, '?servers=');
  const typed = 'stun:nobody.invalid:3478\nturn:nobody.invalid alice secret';
  await page.getByRole('textbox', { name: 'Servers' }).fill(typed);
  const link = await page.getByRole('link', { name: 'A link with these servers' }).getAttribute('href');
  await page.goto(link!);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Servers' })).toHaveValue(typed);
  await expect(page.getByRole('list', { name: 'Errors' }).first()).toContainText('701');
  await expect(allows(page)).toContainText('No STUN server answered.');
  await expect(allows(page)).toContainText('A way was found.');
});

test('with a wrong password a relay is refused with 401, and relay only then waits for nothing', async ({ page }) => {
  await start(page, '?servers=');
  if (!(await press(page, 'A relay with a wrong password', 'standIn'))) return;
  await expect(allows(page)).toContainText('refused the user name and password (401).');
  await expect(allows(page)).toContainText('nobody can reach you. The browser will not say so.');
  await expect(page.getByRole('row', { name: 'host' })).toHaveCount(0);
});

test('a password that is called credentials is refused at once, and a policy in the wrong place is passed over', async ({
  page,
}) => {
  await page.goto('/labs/ice/');
  const said = await page.evaluate(async () => {
    const misspelt = { urls: 'turn:localhost:3478', username: 'alice', credentials: 'secret' };
    const wrongPlace = { iceServers: [{ urls: 'stun:nobody.invalid', iceTransportPolicy: 'relay' }] };
    const refused = (() => {
      try {
        new RTCPeerConnection({ iceServers: [misspelt] }).close();
        return '';
      } catch (error) {
        return (error as Error).name;
      }
    })();
    const peer = new RTCPeerConnection(wrongPlace);
    const first = new Promise<string>((found) => {
      peer.onicecandidate = ({ candidate }) => candidate?.candidate && found(candidate.candidate);
    });
    peer.createDataChannel('chat');
    await peer.setLocalDescription();
    const type = / typ (\w+)/.exec(await first)![1];
    peer.close();
    return { refused, type };
  });
  expect(said).toEqual({ refused: 'InvalidAccessError', type: 'host' });
});

test('without permission for a camera, addresses hide behind names that end in .local', async ({
  baseURL,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Its preferences in tests show addresses.');
  const executablePath = test.info().project.use.launchOptions?.executablePath;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ baseURL });
  await start(page, '?servers=');
  await expect(allows(page)).toContainText('hidden behind names that end in .local');
  await expect(
    ways(page)
      .getByRole('row', { name: /host .*\.local/ })
      .first(),
  ).toBeVisible();
  await browser.close();
});
