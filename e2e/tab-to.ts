import type { Page } from 'playwright'

/** Presses Tab until a button of this name has the focus; a keyboard that never gets there fails. */
export async function tabTo(window: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await window.keyboard.press('Tab')
    const focused = window.getByRole('button', { name, exact: true }).and(window.locator(':focus'))
    if ((await focused.count()) > 0) return
  }
  throw new Error(`Tab never reaches ${String(name)}`)
}
