import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectAccessiblePage } from './axe-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { buildShortForm, canary, press, typeChild } from './portal-bad-input-steps.ts'
import { registerParent, signInParent, startForm, type Parent } from './portal-steps.ts'
import { publishForm } from './publish-sample-form.ts'
import { nextTotpCode } from './totp.ts'

const title = 'Request that saves by itself'
const sessionCookie = '__Host-send-citizen'
const autosave = /\/autosave$/

let stack: Installation
let browser: Browser
let context: BrowserContext
let page: Page
let parent: Parent

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildShortForm(title))
  browser = await openBrowser()
  context = await browser.newContext({ baseURL: stack.citizenOrigin, viewport: { width: 320, height: 800 } })
  context.setDefaultTimeout(patience)
  page = await context.newPage()
  const who = { name: 'Sam Khan', email: 'sam@example.com', password: 'violet harbour tuesday lamp' }
  parent = await registerParent(page, stack.mailFolder, who)
})
beforeEach(async () => {
  await startForm(page, title)
  await typeChild(page)
  await press(page, 'Save and continue')
  await hard(page).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

function hard(on: Page) {
  return on.getByLabel('What is hard?')
}

/** What the page says of saving, to the eye. */
function state(on: Page) {
  return on.locator('[data-save-state]')
}

async function expectState(on: Page, words: RegExp): Promise<void> {
  await expect.poll(() => state(on).innerText()).toMatch(words)
}

/** What another device of the same person finds. */
async function elsewhere(): Promise<string> {
  const other = await context.newPage()
  await other.goto(page.url())
  const value = await hard(other).inputValue()
  await other.close()
  return value
}

test('every answer is saved by itself a moment after it is typed, and is there on another device', async () => {
  await hard(page).pressSequentially('Reading')
  await expectState(page, /^Saved \d\d:\d\d$/)
  await expectAccessiblePage(page)
  expect(await elsewhere()).toBe('Reading')
  // Told once, and not again with every further answer.
  const aloud = page.locator('[data-save-aloud]')
  expect(await aloud.innerText()).toMatch(/^Saved/)
  await page.evaluate(`document.querySelector('[data-save-aloud]').textContent = ''`)
  await page.getByLabel('How many schools').fill('2')
  await expectState(page, /^Not saved yet$/)
  await expectState(page, /^Saved/)
  expect(await aloud.innerText()).toBe('')
})

test('without a connection the page says so, keeps what was typed over a reload, and saves it later', async () => {
  await context.route(autosave, (route) => route.abort())
  await hard(page).fill('Typed on a train')
  await expectState(page, /^Not saved yet\. What you typed is kept on this page/)
  await expectAccessiblePage(page)
  await keepPicture(page, 'portal-not-saved-yet')
  expect(await elsewhere()).toBe('')
  const kept = await page.evaluate<string>('JSON.stringify(sessionStorage)')
  expect(kept).toContain('send-unsaved')
  expect(kept).not.toContain('Typed')
  await page.reload()
  await expect.poll(() => hard(page).inputValue()).toBe('Typed on a train')
  await expectState(page, /^Not saved yet/)
  await context.unroute(autosave)
  await page.evaluate(`window.dispatchEvent(new Event('online'))`)
  await expectState(page, /^Saved/)
  expect(await elsewhere()).toBe('Typed on a train')
  const left = await page.evaluate<string[]>('Object.keys(sessionStorage)')
  expect(left.filter((name) => name.includes(new URL(page.url()).pathname))).toEqual([])
})

test('an answer of the server that never arrives makes nothing double and no conflict', async () => {
  await context.route(autosave, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await hard(page).fill('First')
  await expectState(page, /^Not saved yet\. What/)
  await context.unroute(autosave)
  await hard(page).fill('First and second')
  await page.evaluate(`window.dispatchEvent(new Event('online'))`)
  await expectState(page, /^Saved/)
  expect(await elsewhere()).toBe('First and second')
})

test('two windows lose nothing: what only one changed is kept, what both changed is shown', async () => {
  const other = await context.newPage()
  await other.goto(page.url())
  await hard(page).fill('From the phone')
  await expectState(page, /^Saved/)
  await other.getByLabel(/^Which school/).fill('Elm School')
  await expectState(other, /^Saved/)
  expect(await elsewhere()).toBe('From the phone')

  await hard(other).fill('From the laptop')
  await expectState(other, /^Not saved yet\. An answer on this page was changed in another window/)
  await press(other, 'Save and continue')
  await other.getByText('You changed this page in two places').waitFor()
  await expectState(other, /^Not saved yet$/)
  expect(await other.locator('.govuk-summary-list').innerText()).toContain('From the phone')
  expect(await hard(other).inputValue()).toBe('From the laptop')
  await expectAccessiblePage(other)
  await keepPicture(other, 'portal-changed-elsewhere')
  expect(await elsewhere()).toBe('From the phone')
  await hard(other).fill('From both')
  await expectState(other, /^Saved/)
  expect(await elsewhere()).toBe('From both')
  await other.close()
})

test('a session that ends keeps what is being typed, which is saved after signing in', async () => {
  const address = page.url()
  await context.clearCookies({ name: sessionCookie })
  await hard(page).fill('Typed too late')
  await expectState(page, /^Not saved yet\. You have been signed out/)
  await expectAccessiblePage(page)
  await page.reload()
  // Whoever is not signed in finds nothing that could be read.
  expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain('Typed')
  await signInParent(page, parent, await nextTotpCode(parent.totpSecret))
  await page.waitForURL(address)
  await expect.poll(() => hard(page).inputValue()).toBe('Typed too late')
  await expectState(page, /^Saved/)
})

test('signing out leaves nothing of a child in the browser', async () => {
  await context.route(autosave, (route) => route.abort())
  await hard(page).fill(`${canary} is not saved`)
  await expectState(page, /^Not saved yet\. What/)
  await press(page, 'Sign out')
  await page.getByRole('link', { name: 'Create an account' }).waitFor()
  expect(await page.evaluate<string>('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).toBe(
    '[{},{}]',
  )
  await context.unroute(autosave)
  await page.goto('/sign-in')
  await signInParent(page, parent, await nextTotpCode(parent.totpSecret))
  await page.getByRole('heading', { name: 'Hello, Sam Khan' }).waitFor()
})
