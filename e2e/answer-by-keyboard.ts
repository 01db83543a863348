import type { Page } from 'playwright'

/** What is typed into boxes, by the last part of their name; every other box gets something that fits its kind. */
export type Typed = Partial<Record<'givenNames' | 'familyName' | 'day' | 'month' | 'year', string>>

type Focused = {
  tag: string
  type: string
  part: string
  isNumber: boolean
  isOptional: boolean
  isAnswered: boolean
  label: string
}

/** Asked of the browser and not of the page, so that it works without scripts. */
const describeFocused = `(() => {
  const at = document.activeElement
  if (!at || !at.closest('main')) return null
  const group = at.type === 'radio' ? document.querySelectorAll('input[name="' + at.name + '"]:checked') : []
  const label = at.labels?.[0]?.innerText ?? at.innerText ?? ''
  return {
    tag: at.tagName,
    type: at.type ?? '',
    part: (at.name ?? '').split('.').at(-1),
    isNumber: at.inputMode === 'numeric',
    isOptional: /\\((optional|dewisol)\\)/i.test(label),
    isAnswered: at.type === 'radio' ? group.length > 0 : Boolean(at.value),
    label,
  }
})()`

const mostTabs = 80

/**
 * Walks down a page of a form with the Tab key, as somebody does who has no mouse, answers whatever is still empty, and
 * presses the button of that name; ends when the next page is there. Files are left.
 */
export async function answerByKeyboard(page: Page, button: string, typed: Typed = {}): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate<Focused | null>(describeFocused)
    if (at?.tag === 'BUTTON' && at.label.trim() === button) return pressEnter(page)
    if (at) await answer(page, at, typed)
  }
  throw new Error(`${mostTabs} Tabs did not lead to “${button}”`)
}

async function answer(page: Page, at: Focused, typed: Typed): Promise<void> {
  if (at.isAnswered || (at.isOptional && at.tag !== 'TEXTAREA')) return
  if (at.type === 'radio') return page.keyboard.press('Space')
  if (at.tag === 'TEXTAREA') return page.keyboard.type('Reading, and being with others.')
  if (at.tag === 'INPUT' && at.type === 'text') return page.keyboard.type(wordsFor(at, typed))
}

function wordsFor({ part, isNumber }: Focused, typed: Typed): string {
  const date = { day: '1', month: '9', year: '2022' }
  const words: Partial<Record<string, string>> = { ...date, ...typed }
  return words[part] ?? (isNumber ? '2' : 'Elm Primary School')
}

/** Presses Enter on what has the focus and waits for the page that comes of it. */
export async function pressEnter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState('load')
}
