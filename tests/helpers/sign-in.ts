import type { Page } from '@playwright/test';
import { loginText } from '../../db/contract/vi/login.ts';
import { navigationText } from '../../db/contract/vi/navigation.ts';
import { demoPassword } from './demo-office.ts';
import { expect } from './electron-test.ts';

const navigationOf = (page: Page) => page.getByRole('navigation', { name: navigationText.main });

/** Signs in as the person who made the office of a test, by the keys; the window is there when this ends. */
export async function logIn(page: Page): Promise<void> {
  await page.getByLabel(loginText.password, { exact: true }).fill(demoPassword);
  await page.keyboard.press('Enter');
  await expect(navigationOf(page)).toBeVisible();
}

/** Opens a page by its name in the navigation; its title is there when this ends. */
export async function openPage(page: Page, name: string): Promise<void> {
  await navigationOf(page).getByText(name, { exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}
