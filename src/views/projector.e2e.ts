import { expect, type Page, test } from '@playwright/test';
import { heldCall } from './held-call.fixture.ts';
import { openStage } from './open-stage.fixture.ts';

const pictures = ['sequence', 'states', 'wire', 'sdp', 'candidates', 'scrubber'] as const;

const show = (page: Page, picture: (typeof pictures)[number]) =>
  page.evaluate(
    ([picture, moment]) =>
      picture === 'scrubber' ? pictureStage.scrub('live', true) : pictureStage.show(picture, moment),
    [picture, heldCall.length] as const,
  );

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openStage(page, heldCall);
});

test('on a projector no word of any picture lies upon another', async ({ page }) => {
  for (const picture of pictures) {
    await show(page, picture);
    const { words, overlapping } = await page.evaluate(findOverlaps);
    expect.soft(words, picture).toBeGreaterThan(0);
    expect.soft(overlapping, picture).toEqual([]);
  }
});

test('without any colour it is told what failed, what came by itself, what is picked and where we are', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await show(page, 'sequence');
  const row = (name: RegExp) => page.getByRole('treeitem', { name });
  const kinds = {
    done: row(/setLocalDescription \(offer\)/),
    pending: row(/createOffer .*not yet done/),
    'by itself': row(/icecandidate/),
    state: row(/gathering/),
    failed: row(/createAnswer InvalidStateError/),
  };
  const forms = await Promise.all(Object.values(kinds).map((rows) => rows.first().locator('.mark').evaluate(formOf)));
  expect(new Set(forms).size).toBe(5);
  for (const kind of ['by itself', 'state'] as const) await expect(kinds[kind].first()).toContainText('~');

  await kinds.failed.click();
  await kinds.done.first().focus();
  await expect(kinds.failed).toHaveCSS('outline-style', 'solid');
  const [bar, highlight] = await page.locator('[aria-current="step"]').evaluate((row) => {
    const probe = row.appendChild(document.createElement('i'));
    probe.style.background = 'Highlight';
    return [getComputedStyle(row, '::before'), getComputedStyle(probe)].map((style) => style.backgroundColor);
  });
  expect(bar).toBe(highlight);

  await show(page, 'wire');
  const edges = await page
    .locator('tbody td:first-child')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderInlineStartColor));
  expect(edges.filter((edge) => edge === edges.at(-1))).toHaveLength(1);

  await show(page, 'states');
  const state = (which: string) => page.locator(`li[data-${which}="true"]`).first();
  await expect(state('now')).toHaveCSS('border-width', '2px');
  await expect(state('next')).toHaveCSS('border-style', 'dashed');
});

/** What a mark looks like but for its colours. */
const formOf = (mark: Element) =>
  [...mark.children]
    .map((shape) => [shape.getAttribute('d'), shape.getAttribute('r'), getComputedStyle(shape).strokeDasharray].join())
    .join();

/** Pieces of text that are seen, two of which share a place. */
function findOverlaps() {
  const shown: { says: string; box: DOMRect }[] = [];
  const heads = [...document.querySelectorAll('#stage *')].filter((one) => getComputedStyle(one).position === 'sticky');
  const walker = document.createTreeWalker(document.getElementById('stage')!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const says = node.textContent!.trim();
    const owner = node.parentElement!;
    if (!says || owner.closest('.only-spoken, option') || !owner.checkVisibility({ visibilityProperty: true }))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const box = { left, top, right, bottom };
      // What is cut by a box around it is not seen, nor what was scrolled under a head.
      const under = heads.filter((head) => !head.contains(owner)).map((head) => head.getBoundingClientRect());
      if (under.some((head) => top < head.bottom && bottom > head.top)) continue;
      for (let around: Element | null = owner; around; around = around.parentElement) {
        if (getComputedStyle(around).overflow === 'visible') continue;
        const cut = around.getBoundingClientRect();
        box.left = Math.max(box.left, cut.left);
        box.top = Math.max(box.top, cut.top);
        box.right = Math.min(box.right, cut.right);
        box.bottom = Math.min(box.bottom, cut.bottom);
      }
      if (box.right > box.left && box.bottom > box.top)
        shown.push({ says, box: new DOMRect(box.left, box.top, box.right - box.left, box.bottom - box.top) });
    }
  }
  const meet = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
  return {
    words: shown.length,
    overlapping: shown.flatMap((one, index) =>
      shown.slice(index + 1).flatMap((other) => (meet(one.box, other.box) ? [`${one.says} | ${other.says}`] : [])),
    ),
  };
}
