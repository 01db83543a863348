import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext, Page, Route } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { requestBytes } from '@send/shared/submissions/upload-parts'
import { startBucketEmulator, type BucketEmulator } from '@send/server/testing/bucket-emulator'
import { expectAccessiblePage } from './axe-steps.ts'
import { beginFilesForm, buildFilesForm, filesFormTitle } from './files-form.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { registerParent } from './portal-steps.ts'
import { publishForms } from './publish-sample-form.ts'

/** Milliseconds. */
const [long, short] = ['Mia’s diary.txt', 'letter.txt']

let emulator: BucketEmulator
let stack: Installation
let browser: Browser
let context: BrowserContext
let page: Page
let families = 0

beforeAll(async () => {
  // Files lie in a bucket here, and on a disk in the other tests of files.
  emulator = await startBucketEmulator()
  const environment = { ...process.env, FILES_S3_URL: emulator.url }
  stack = await startInstallation({ scanner: false, environment })
  await publishForms(stack.serverUrl, [buildFilesForm()])
  browser = await openBrowser()
  // Six requests, the last of them short.
  await writeFile(path.join(stack.folder, long), 'What Mia wrote today. '.repeat(250_000))
  await writeFile(path.join(stack.folder, short), 'What helps at school.')
})
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
  await emulator?.stop()
})
beforeEach(async () => {
  families += 1
  context = await browser.newContext({
    baseURL: stack.citizenOrigin,
    viewport: { width: families === 1 ? 320 : 1280, height: 900 },
  })
  context.setDefaultTimeout(patience)
  page = await context.newPage()
  await registerParent(page, stack.mailFolder, {
    name: 'Sam Khan',
    email: `uploads-${families}@example.com`,
    password: 'violet harbour tuesday lamp',
  })
  await page.goto('/')
  await page.getByRole('link', { name: filesFormTitle, exact: true }).last().click()
  await beginFilesForm(page, 'Mia')
})
afterEach(() => context.close())

/** Chooses files once the page sends them piece by piece: before its script is there it sends them as a plain form does. */
async function choose(...names: string[]): Promise<void> {
  await page.locator('form[data-uploads]').waitFor({ state: 'detached' })
  await put(names)
}
const put = (names: string[]) =>
  page.locator('input[type=file]').setInputFiles(names.map((name) => path.join(stack.folder, name)))
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const row = (name: string) => page.locator('.send-upload', { hasText: name })
const isPiece = ({ pathname }: URL) => /\/uploads\/[0-9a-f-]{36}$/.test(pathname)

/** What one piece of the long file meets on its way, and from which byte on every piece was sent. */
async function onPiece(number: number, meet: (route: Route) => Promise<void>): Promise<number[]> {
  const offsets: number[] = []
  let pieces = 0
  await page.route(isPiece, async (route) => {
    const request = route.request()
    if (request.method() !== 'PATCH') return route.continue()
    offsets.push(Number(request.headers()['upload-offset']))
    pieces += 1
    return pieces === number ? meet(route) : route.continue()
  })
  return offsets
}

/** Begins an upload of which nothing follows, as a browser does that is closed in that moment. */
async function beginUpload(name: string): Promise<void> {
  const metadata = `filename ${Buffer.from(name).toString('base64')}`
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': metadata }
  const begun = page.evaluate(async ({ url, init }) => (await fetch(url, init)).status, {
    url: `${page.url()}/uploads`,
    init: { method: 'POST', headers },
  })
  expect(await begun).toBe(201)
}

async function expectThere(...names: string[]): Promise<void> {
  // Of what did not arrive in full nothing is described.
  const list = page.locator('main .govuk-summary-list__row:has(.send-file-link) dt')
  await expect.poll(() => list.allInnerTexts()).toEqual(names)
}

test('SR-389: a line that breaks in the midst costs nothing: the rest follows by itself, and the form goes on', async () => {
  const offsets = await onPiece(3, async (route) => {
    await context.setOffline(true)
    await route.abort('internetdisconnected')
  })
  await choose(long, short)
  await press('Save and continue')
  await row(long).getByText('No connection.').waitFor()
  await row(short).getByText('Waiting for its turn').waitFor()
  await expectAccessiblePage(page)
  await keepPicture(page, 'portal-uploads-lost')
  await context.setOffline(false)
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  const links = page.locator('main').getByRole('link', { name: /\.txt$/ })
  expect(await links.allInnerTexts()).toEqual([long, short])
  const pieces = offsets.map((offset) => offset / requestBytes)
  // The third was lost once; nothing that had arrived was sent again.
  expect(pieces).toEqual([0, 1, 2, 2, 3, 4, 5, 0])
})

test('SR-389: after the page was loaded again the same file goes on where it stopped, and is there once', async () => {
  let isHeld: () => void
  const held = new Promise<void>((resolve) => (isHeld = resolve))
  const offsets = await onPiece(3, async () => isHeld())
  await choose(long)
  await press('Upload')
  await held
  await row(long)
    .getByText(/\d+% sent/)
    .waitFor()
  await keepPicture(page, 'portal-uploads-sending')
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toMatch(/Mia|diary/)
  await page.reload()
  await page.getByText('Files that did not arrive in full').waitFor()
  await expectAccessiblePage(page)
  await keepPicture(page, 'portal-uploads-unfinished')
  await choose(long)
  await press('Upload')
  await expectThere(long)
  expect(offsets.map((offset) => offset / requestBytes)).toEqual([0, 1, 2, 2, 3, 4, 5])
  expect(await page.getByText('Files that did not arrive in full').count()).toBe(0)
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('SR-560 SR-562: an upload goes on from another device after the server was killed, by its bytes and not by its name, and is shown without scripts', async () => {
  let isHeld: () => void
  const held = new Promise<void>((resolve) => (isHeld = resolve))
  await onPiece(3, async () => isHeld())
  await choose(long)
  await press('Upload')
  await held
  await beginUpload('other.txt')
  const cookies = await context.cookies()
  const there = page.url()
  await page.close()
  await stack.killServer()
  await stack.startServer()

  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 900 } })
  await plain.addCookies(cookies)
  const withoutScripts = await plain.newPage()
  await withoutScripts.goto(there)
  await withoutScripts.getByText('38% has arrived. We keep it until').waitFor()
  await keepPicture(withoutScripts, 'portal-uploads-elsewhere')
  await withoutScripts.getByRole('button', { name: 'Remove other.txt' }).click()
  const names = withoutScripts.locator('main dt')
  expect(await names.allInnerTexts()).toEqual([long])
  await withoutScripts.goto(there.replace(/files\/.*$/, 'check'))
  await withoutScripts.getByText('because not all of it arrived').waitFor()
  await keepPicture(withoutScripts, 'portal-uploads-not-sent')

  await context.close()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies(cookies)
  page = await context.newPage()
  await page.goto(there)
  const offsets = await onPiece(9, (route) => route.continue())
  await choose(long)
  await press('Upload')
  await expectThere(long)
  expect(offsets.map((offset) => offset / requestBytes)).toEqual([2, 3, 4, 5])

  await plain.close()
})

test('by keyboard alone a file is tried again, and another is cancelled', async () => {
  await onPiece(2, (route) => route.fulfill({ status: 400 }))
  await choose(long)
  await page.getByRole('button', { name: 'Upload', exact: true }).focus()
  await page.keyboard.press('Enter')
  await row(long).getByText('Not sent in full.').waitFor()
  await expectAccessiblePage(page)
  await keepPicture(page, 'portal-uploads-failed')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe(`Try again with ${long}`)
  await page.keyboard.press('Enter')
  await expectThere(long)

  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await writeFile(path.join(stack.folder, 'second.txt'), 'Another day. '.repeat(300_000))
  let isHeld: () => void
  const held = new Promise<void>((resolve) => (isHeld = resolve))
  await onPiece(2, async () => isHeld())
  await choose('second.txt')
  await page.getByRole('button', { name: 'Upload', exact: true }).focus()
  await page.keyboard.press('Enter')
  await held
  const ended = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect((await ended).status()).toBe(204)
  await page.locator('input[type=file]').waitFor()
  expect(await page.locator(':focus').getAttribute('type')).toBe('file')
  await page.reload()
  await expectThere(long)
})

test('whoever is signed out in the midst signs in again and finds the page of the file', async () => {
  await onPiece(2, async (route) => {
    await context.clearCookies()
    await route.continue({ headers: { ...route.request().headers(), cookie: '' } })
  })
  await choose(long)
  await press('Upload')
  await page.waitForURL(/\/sign-in\?returnTo=.*signedOut/)
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
})

test('whoever is quicker than the script sends a plain form, and the file is there', async () => {
  await page.route('**/uploads.js', (route) => route.abort())
  await page.reload()
  const offsets = await onPiece(1, (route) => route.continue())
  await put([short])
  await press('Upload')
  await expectThere(short)
  expect(offsets).toEqual([])
})
