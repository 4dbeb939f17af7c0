import { expect, type Locator, type Page } from '@playwright/test';

/** Far more stops than any screen has. */
const stops = 60;

/** Presses Tab until the element has the focus, as somebody without a mouse does. Fails when Tab never gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < stops; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}
