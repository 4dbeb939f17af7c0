import type { Page } from '@playwright/test';
import type { RunningApp } from './app';

/** Goes where a link of the app would lead. Somebody presses it, and what was said on the page before goes with it. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.dispatchEvent(new Event('pointerdown'));
    location.hash = to;
  }, path);
}

/** The desktop's own dialog is no page: from now on it answers with this file. */
export async function answerOpenDialog({ electron }: RunningApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}
