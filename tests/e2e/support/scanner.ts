import type { Page } from '@playwright/test';

/** Types a code as a barcode scanner does: key after key at once, then Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: scannerGapMs });
  await page.keyboard.press('Enter');
}

/** A usual USB scanner's pause between keys. */
const scannerGapMs = 5;
