import { expect, type Page, test } from '@playwright/test';

const verdict = (page: Page) => page.getByRole('status', { name: 'Verdict' });
const check = (page: Page, says: string) =>
  page.getByRole('list', { name: 'Checks' }).getByRole('listitem').filter({ hasText: says });

const listening = `export function prepare(bob: RTCPeerConnection, tellAlice: any, show: (stream: MediaStream) => void) {
  bob.onicecandidate = ({ candidate }) => tellAlice('candidate', candidate);
  bob.ontrack = ({ streams }) => show(streams[0]!);
}
`;
const hearing = `export async function hearCandidate(bob: RTCPeerConnection, candidate: RTCIceCandidateInit | null) {
  await bob.addIceCandidate(candidate);
}
`;
const answering = (lines: string) =>
  `export async function hearOffer(bob: RTCPeerConnection, offer: any, stream: MediaStream, tellAlice: any) {
  ${lines}
}
`;
const right = `await bob.setRemoteDescription(offer);
  for (const track of stream.getTracks()) bob.addTrack(track, stream);
  await bob.setLocalDescription();
  tellAlice('answer', bob.localDescription);`;

/** Writes Bob anew, and runs him. */
async function run(page: Page, ...parts: string[]) {
  await page.getByRole('textbox', { name: /answer\.ts, your version/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(parts.join('\n'));
  await page.keyboard.press('ControlOrMeta+Enter');
}

test('Bob is judged by what happened: untouched, in other ways right, in other ways wrong', async ({
  page,
  browserName,
}) => {
  await page.goto('/labs/answer/');
  await test.step('the skeleton fails kindly: it is told what comes next', async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(verdict(page)).toContainText('Next: Her offer is set');
    await expect(verdict(page)).toContainText('set her offer as his remote description');
    await expect(check(page, 'Alice’s offer has come')).toHaveAttribute('data-is', 'met');
  });
  await page.getByRole('button', { name: /^Edit / }).click();

  await test.step('with everything right, every check holds', async () => {
    await run(page, listening, hearing, answering(right));
    await expect(verdict(page)).toHaveText('Bob answers. Every check holds.');
  });

  await test.step('an answer before the offer is what the browser says it is', async () => {
    await run(page, listening, hearing, answering('await bob.setLocalDescription(await bob.createAnswer());'));
    await expect(verdict(page)).toContainText('InvalidStateError');
    await expect(check(page, 'His answer is made and set')).toHaveAttribute('data-is', 'wrong');
    await expect(page.locator('.edited .blamed')).toContainText('createAnswer');
  });

  // The rest is judged by what a browser has been heard to do in the labs of its own.
  if (browserName === 'firefox') return;

  await test.step('every check holds, too, with an answer that is made first and set then, his tracks before her offer', async () => {
    const other = `for (const track of stream.getTracks()) bob.addTrack(track, stream);
  await bob.setRemoteDescription(offer);
  const answer = await bob.createAnswer();
  await bob.setLocalDescription(answer);
  tellAlice('answer', answer);`;
    await run(page, listening, hearing, answering(other));
    await expect(verdict(page)).toHaveText('Bob answers. Every check holds.');
  });

  await test.step('tracks after the answer: nobody refuses, and the check tells', async () => {
    const late = `await bob.setRemoteDescription(offer);
  await bob.setLocalDescription();
  for (const track of stream.getTracks()) bob.addTrack(track, stream);
  tellAlice('answer', bob.localDescription);`;
    await run(page, listening, hearing, answering(late));
    await expect(verdict(page)).toContainText('The answer was made before his tracks were added');
    await expect(check(page, 'Bob sees Alice')).toHaveAttribute('data-is', 'met');
    await expect(check(page, 'Alice sees Bob')).toHaveAttribute('data-is', 'open');
  });

  await test.step('a loop without an end is told, and what cannot be read', async () => {
    await run(page, listening, hearing, answering('for (;;);'));
    await expect(verdict(page)).toContainText('EndlessLoop');
    await run(page, listening, hearing, answering('await ('));
    await expect(page.locator('lab-host')).toContainText('Your version does not run.');
    await run(page, listening, hearing);
    await expect(page.locator('lab-host')).toContainText('There is no hearOffer any more');
  });
});
