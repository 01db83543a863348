import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseByKeyboard, enterOn, typeInto } from './account-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { buildShortForm, press, typeChild, typeNeeds } from './portal-bad-input-steps.ts'
import { registerParent, startForm } from './portal-steps.ts'
import { publishForm } from './publish-sample-form.ts'

const title = 'Request for an assessment of a child'
const longWord = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(3)

let stack: Installation
let browser: Browser

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildShortForm(title))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

const outline = `Array.from(document.querySelectorAll('h1,h2,h3,h4'), (heading) => Number(heading.tagName[1]))`

/** No violation of axe, nothing wider than the window, headings in order, one of the first rank, a title of its own. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${name} ${width}: ${id} ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(
      width,
    )
    await keepPicture(page, `${name}-${width}`)
  }
  const ranks = await page.evaluate<number[]>(outline)
  expect(
    ranks.filter((rank) => rank === 1),
    name,
  ).toHaveLength(1)
  // The error summary stands before the heading of the page, as GOV.UK has it.
  const inOrder = ranks.filter((rank, index) => index === 0 || rank - (ranks[index - 1] ?? 1) <= 1)
  expect(inOrder, name).toEqual(ranks)
  expect(await page.title(), name).toMatch(/.+ – .+/)
}

test('every page can be read and used in every state, narrow and wide, in Welsh, in forced colours and printed', async () => {
  const context = await browser.newContext({ baseURL: stack.citizenOrigin })
  const page = await context.newPage()
  await page.goto('/')
  await look(page, 'welcome')
  const who = { name: `Sam ${longWord}`, email: 'sam@example.com', password: 'violet harbour tuesday lamp' }
  await registerParent(page, stack.mailFolder, who)
  await look(page, 'home-nothing-sent')
  await page.getByRole('link', { name: title }).click()
  await look(page, 'before')
  await startForm(page, title)
  await press(page, 'Save and continue')
  await look(page, 'child-errors')
  await typeChild(page)
  await press(page, 'Save and continue')
  await typeNeeds(page, { long: '', date: ['31', '2', ''], count: 'many' })
  await press(page, 'Save and continue')
  await look(page, 'needs-errors')
  await page.emulateMedia({ forcedColors: 'active' })
  await look(page, 'needs-forced-colours')
  await page.emulateMedia({ forcedColors: 'none' })
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  await press(page, 'Cadw a pharhau')
  await look(page, 'needs-welsh')
  await page.getByRole('link', { name: 'English' }).click()
  await typeNeeds(page, { long: `${longWord}\n\n  Second line\twith a tab`, short: longWord.slice(0, 100) })
  await press(page, 'Save and continue')
  await press(page, 'Upload')
  await look(page, 'files-nothing-chosen')
  const name = `${'a-very-long-name-without-a-space'.repeat(2)}.pdf`
  const good = { name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 x') }
  const empty = { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.from('') }
  await page.getByLabel(/^Reports/).setInputFiles([good, { ...good, name: 'two.pdf' }, empty])
  await press(page, 'Upload')
  await page.getByText('empty.pdf: The file is empty').first().waitFor()
  await look(page, 'files-full-with-error')
  await page.goto(new URL(page.url()).pathname)
  await press(page, 'Save and come back later')
  await look(page, 'unfinished')
  await page.goto('/')
  await look(page, 'home-to-do')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('link', { name: 'Check your answers' }).click()
  await look(page, 'check')
  const check = page.url()
  await press(page, 'Agree and send')
  await page.getByRole('heading', { name: 'We have received your form' }).waitFor()
  await look(page, 'received')
  await page.goto(check)
  await look(page, 'progress-already-sent')
  await page.getByRole('link', { name: 'View and print what you sent' }).click()
  await look(page, 'copy')
  await page.emulateMedia({ media: 'print' })
  await look(page, 'copy-printed')
  for (const part of ['header', 'footer', 'nav']) {
    for (const shown of await page.locator(part).all()) expect(await shown.isVisible(), part).toBe(false)
  }
  await page.emulateMedia({ media: 'screen' })
  await page.goto('/')
  await look(page, 'home-sent')
  await page.goto('/nowhere')
  await look(page, 'not-found')
  await context.close()
})

test('a form is filled in and sent with the keyboard alone, from the home page to the receipt', async () => {
  const context = await browser.newContext({ baseURL: stack.citizenOrigin })
  const page = await context.newPage()
  const who = { name: 'Kim', email: 'kim@example.com', password: 'violet harbour tuesday lamp' }
  await registerParent(page, stack.mailFolder, who)
  await page.goto('/')
  const enter = async (name: string, heading: string) => {
    const named = { name, exact: true }
    await enterOn(page, page.getByRole('link', named).or(page.getByRole('button', named)).first())
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  }
  const type = (name: string, text: string) => typeInto(page, page.getByLabel(name), text)
  await enter(title, title)
  await enter('Start now', 'About the child')
  await enter('Save and continue', 'About the child')
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  // The summary has the focus: its first line leads to the first box.
  await enterOn(page, page.getByRole('link', { name: 'Enter the child’s first names' }))
  await page.keyboard.type('Amira')
  await type('Family name', 'Khan')
  await type('Day', '3')
  await type('Month', '4')
  await type('Year', '2018')
  await chooseByKeyboard(page, 'Female')
  await enter('Save and continue', 'About the needs')
  await type('What is hard?', 'Reading')
  await type('Day', '1')
  await type('Month', '9')
  await type('Year', '2022')
  await type('How many schools', '2')
  await enter('Save and continue', 'Letters and reports')
  await enter('Save and continue', 'Check your answers')
  await enter('Agree and send', 'We have received your form')
  await enter('See how it is going', title)
  await context.close()
})
