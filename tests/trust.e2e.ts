import { expect, test } from '@playwright/test';

test('on localhost everything is there, and the page says so @both', async ({ page }) => {
  await page.goto('/trust/');
  await expect(page.getByText('This page is a secure context')).toBeVisible();
  await expect(page.getByRole('row', { name: /RTCPeerConnection/ })).toContainText('yes');
  await expect(page.getByRole('row', { name: /mediaDevices/ })).toContainText('yes');
  await expect(page.getByText('Trickle serves this machine alone')).toBeVisible();
});

const here = {
  lan: true,
  https: true,
  addresses: [{ http: 'http://192.0.2.7:8181/', https: 'https://192.0.2.7:8181/' }],
  authority: { name: 'Trickle on desk', fingerprint: 'AB:CD:EF', until: '2036-01-01' },
};

test('on a network it lists addresses, draws a code on demand, and names the authority', async ({ page }) => {
  await page.route('**/api/here', (route) => route.fulfill({ json: here }));
  await page.goto('/trust/');
  await expect(page.getByRole('link', { name: 'https://192.0.2.7:8181/', exact: true })).toBeVisible();
  await expect(page.getByText('AB:CD:EF')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Get the authority’s certificate' })).toBeVisible();
  const code = page.getByRole('img', { name: 'QR code of https://192.0.2.7:8181/' });
  await expect(code).toBeHidden();
  await page.getByText('QR code for https://192.0.2.7:8181/').click();
  await expect(code).toBeVisible();
});

test('a code is dark on light in the dark, too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.route('**/api/here', (route) => route.fulfill({ json: here }));
  await page.goto('/trust/');
  await page.getByText('QR code').first().click();
  const code = page.getByRole('img', { name: /QR code of/ });
  await expect(code).toBeVisible();
  const [dark, light] = await code.evaluate((svg) => [
    getComputedStyle(svg).fill,
    getComputedStyle(svg).backgroundColor,
  ]);
  const brightness = (colour: string) => Math.max(...colour.match(/\d+/g)!.map(Number));
  expect(brightness(dark!)).toBeLessThan(100);
  expect(brightness(light!)).toBeGreaterThan(200);
});

for (const [name, answer] of [
  ['has no server behind it', { status: 404, body: 'Not found' }],
  ['answers everything with its home page', { body: '<!doctype html><title>Home</title>' }],
] as const) {
  test(`a copy that ${name} says that it can’t know`, async ({ page }) => {
    await page.route('**/api/here', (route) => route.fulfill(answer));
    await page.goto('/trust/');
    await expect(page.getByText('no server of its own behind it')).toBeVisible();
  });
}

test('over plain HTTP the page works, and says what is missing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
  });
  await page.goto('/trust/');
  await expect(page.getByText('This page came over plain HTTP')).toBeVisible();
  await expect(page.getByRole('row', { name: /mediaDevices/ })).toContainText('no');
});
