import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'

const mostTabs = 40

/** Goes to something with the Tab key alone, as somebody does who has no mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await isFocused(page, target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${mostTabs} Tabs did not lead to ${String(target)}`)
}

/** Asked of the browser and not of the page, so that it works without scripts. */
async function isFocused(page: Page, target: Locator): Promise<boolean> {
  return (await page.locator(':focus').and(target).count()) > 0
}

/** Fills a box by keyboard. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** Presses a button or follows a link by keyboard. */
export async function enterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Chooses one of several answers: Tab leads to them, the arrows from one to the next. */
export async function chooseByKeyboard(page: Page, label: string): Promise<void> {
  const target = page.getByRole('radio', { name: label, exact: true })
  const name = await target.getAttribute('name')
  const all = page.locator(`input[type=radio][name="${name}"]`)
  const chosen = all.and(page.locator(':checked'))
  await tabTo(page, (await chosen.count()) > 0 ? chosen : all.first())
  for (let steps = 0; steps < 10 && (await page.locator(':focus').and(target).count()) === 0; steps += 1)
    await page.keyboard.press('ArrowDown')
  if (!(await target.isChecked())) await page.keyboard.press('Space')
}

/** No finding of axe, and nothing wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((violation) => `${page.url()} ${violation.id}`)).toEqual([])
  const width = await page.evaluate<number>('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

/** A virtual security key in this page's Chromium, which says yes to everything. */
export async function addVirtualKey(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
