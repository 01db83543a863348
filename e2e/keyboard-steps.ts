import type { Locator, Page } from 'playwright'

const tabsNearby = 12
/** The buttons above the outline. */
const tabsBack = 14
const mostTabs = 120
/** Longer texts come in one piece, as if they were pasted. */
const typedByLetter = 24

/** Goes to something with the keyboard alone: nearby, else from the outline (Esc) back to its buttons, else on from there. */
export async function reach(window: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if ((await window.locator(':focus').and(target).count()) > 0) return
    await window.keyboard.press(keyAt(tabs))
  }
  throw new Error(`${mostTabs} Tabs did not lead to ${String(target)}`)
}

function keyAt(tabs: number): string {
  const beyond = tabs - tabsNearby
  if (beyond === 0 || beyond === tabsBack + 1) return 'Escape'
  return beyond > 0 && beyond <= tabsBack ? 'Shift+Tab' : 'Tab'
}

/** Presses a button. */
export async function pressButton(window: Page, target: Locator): Promise<void> {
  await reach(window, target)
  await window.keyboard.press('Enter')
}

/** Writes into a box in the place of what was in it. */
export async function typeOver(window: Page, target: Locator, text: string): Promise<void> {
  await reach(window, target)
  if ((await target.inputValue()) === text) return
  await window.keyboard.press('Control+a')
  if (text === '') await window.keyboard.press('Delete')
  else if (text.length <= typedByLetter) await window.keyboard.type(text)
  else await window.keyboard.insertText(text)
}

/** Ticks a box or takes the tick away. */
export async function setTick(window: Page, target: Locator, ticked: boolean): Promise<void> {
  if ((await target.isChecked()) === ticked) return
  await reach(window, target)
  await window.keyboard.press('Space')
}

/** Chooses in a list by the beginning of what stands in it. */
export async function chooseIn(window: Page, target: Locator, label: string): Promise<void> {
  await reach(window, target)
  await window.keyboard.type(label)
}

/** The focus comes to stand on something of that name. */
export async function expectFocus(window: Page, name: string): Promise<void> {
  await window.locator(`[aria-label="${name}"]:focus`).waitFor()
}

/** Goes with Tab to what bears these words, and presses Enter; the mouse is not touched. */
export async function tabAndEnter(page: Page, words: RegExp): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator('a:focus, button:focus')
    if ((await focused.count()) > 0 && words.test((await focused.innerText()).trim())) {
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error(`Tab never came to ${words}`)
}
