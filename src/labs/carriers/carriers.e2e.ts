import { expect, type Page, test } from '@playwright/test';

const choose = (page: Page, letter: string) => page.getByRole('combobox', { name: 'On the wire' }).selectOption(letter);
const shown = (page: Page, way: string) =>
  page.getByRole('region', { name: 'On the wire' }).locator('figure').filter({ hasText: way }).locator('code');

/** Every text that the page really wrote and read, whoever says what they were. */
function wiretap(page: Page) {
  const texts: string[] = [];
  page.on('websocket', (socket) => {
    texts.push(socket.url());
    socket.on('framesent', ({ payload }) => void texts.push(String(payload)));
    socket.on('framereceived', ({ payload }) => void texts.push(String(payload)));
  });
  return texts;
}

const aliceFinds = 'A candidate of Alice’s, as she sends it';
const bobReads = 'The same candidate, as it reaches Bob';
const faceWidths = (page: Page) =>
  page.locator('.faces video').evaluateAll((faces: HTMLVideoElement[]) => faces.map((face) => face.videoWidth));

test('the same lines call over each way, and what was written is shown as it was written', async ({
  page,
  browserName,
}) => {
  const wire = wiretap(page);
  await page.goto('/labs/carriers/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const status = page.getByRole('status', { name: 'Call' });
  await choose(page, bobReads);
  for (const way of ['Socket.IO', 'WebSocket', 'PartyKit room', 'This page']) {
    await page.getByRole('button', { name: way, exact: true }).click();
    await expect(status).toContainText(way === 'This page' ? 'Connected. No server' : `through the server (${way})`);
    await expect(shown(page, way)).not.toHaveText('…');
    await expect.poll(() => faceWidths(page)).toEqual([320, 320]);
  }

  await choose(page, 'Her offer, as she sends it');
  await expect(shown(page, 'Socket.IO')).toContainText(/^42\d+\["newOffer",\{"type":"offer"/);
  await expect(shown(page, 'WebSocket')).toContainText('{"message_type":"SDP"');
  await expect(shown(page, 'This page')).toContainText('"what":"offered"');
  if (browserName === 'firefox') return; // It tells Playwright of no frame.
  for (const letter of ['Alice introduces herself', aliceFinds, bobReads]) {
    await choose(page, letter);
    for (const way of ['Socket.IO', 'WebSocket', 'PartyKit room'])
      expect(wire).toContain(await shown(page, way).textContent());
  }
});
