import { expect, type Page } from '@playwright/test';

/**
 * Opens a menu as somebody without a mouse does. It puts the focus on its first item a moment after it is there: a test
 * that went to another item before that would press the first one.
 */
export async function openMenu(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).press('Enter');
  await expect(page.locator('[role^=menuitem]').first()).toBeFocused();
}

/** Opens a menu and presses one of its items, by keys. */
export async function chooseFromMenu(page: Page, name: string | RegExp, item: string): Promise<void> {
  await openMenu(page, name);
  await page.getByRole('menuitem', { name: item }).press('Enter');
}
