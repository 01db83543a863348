import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../portal/src/testing/read-pdf.ts'
import { expectAccessiblePage } from './axe-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { fillRequestForm, registerParent, sendForm, startForm } from './portal-steps.ts'
import { buildRequestForm, publishForm } from './publish-sample-form.ts'

const title = 'Request for an assessment'
const child = { givenNames: 'Amira', familyName: 'Khan', day: '3', month: '4', year: '2018' }
const longText = 'Reading.\nBeing with "others" & #panic("noise").'
const ordinary = 'Download a copy (PDF)'
const paperAddress = 'SEND team; Eastlake Council; 1, Bridge Street; Eastlake EL1 1AA'
const large = 'Download a copy in large print (PDF)'

let stack: Installation
let browser: Browser
let report: string

beforeAll(async () => {
  const environment = { ...process.env, PAPER_FORMS_ADDRESS: paperAddress }
  stack = await startInstallation({ environment })
  report = path.join(stack.folder, 'report.pdf')
  await writeFile(report, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  await publishForm(stack.serverUrl, buildRequestForm(title))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

async function openFamily(name: string, scripts = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled: scripts })
  const page = await context.newPage()
  const email = `${name.toLowerCase()}@example.com`
  await registerParent(page, stack.mailFolder, { name, email, password: 'violet harbour tuesday lamp' })
  return page
}

/** What a link downloads: under which name, and what is in it. */
async function download(page: Page, link: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ])
  const bytes = await readFile(await file.path())
  return { name: file.suggestedFilename(), bytes, pdf: await readPdf(bytes) }
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}

test('SR-480: no stranger, no other family, and nobody before it is sent gets a copy of a form as a PDF', async () => {
  const owner = await openFamily('Olga')
  await startForm(owner, title)
  const form = /\/submissions\/[^/]+/.exec(new URL(owner.url()).pathname)?.[0] ?? ''
  await owner.goto(`${form}/copy.pdf`)
  expect(new URL(owner.url()).pathname).toBe(form)
  await owner.getByRole('heading', { name: title }).waitFor()

  const other = await openFamily('Otis')
  const refused = await other.goto(`${form}/copy.pdf`)
  expect(refused?.status()).toBe(404)
  await other.getByRole('heading', { name: 'Page not found' }).waitFor()
  const never = await other.goto('/submissions/0197f2c4-0000-7000-8000-000000000000/copy.pdf?size=large')
  expect(never?.status()).toBe(404)

  await other.context().clearCookies()
  await other.goto(`${form}/copy.pdf`)
  await other.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(new URL(other.url()).searchParams.get('returnTo')).toBe(`${form}/copy`)
  for (const page of [owner, other]) await page.context().close()
})

test('a blank form is downloaded before it is begun, and by a stranger who knows the address', async () => {
  const page = await openFamily('Pia', false)
  await page.getByRole('link', { name: title }).click()
  await keepPicture(page, 'blank-before-you-start')
  const formPage = page.url()
  const { bytes, pdf } = await download(page, 'Blank form in large print (PDF)')
  expect(pdf).toMatchObject({ isMarked: true, universalAccess: '1' })
  expect(squeeze(pdf.words)).toContain(squeeze('What is hard?'))
  for (const words of ['Where to send it', ...paperAddress.split('; ')])
    expect(squeeze(pdf.words)).toContain(squeeze(words))
  await page.context().clearCookies()
  const asked = await fetch(`${formPage}/blank.pdf?size=large`)
  expect(Buffer.from(await asked.arrayBuffer()).equals(bytes)).toBe(true)
  for (const address of ['0197f2c4-0000-7000-8000-000000000000', 'nothing'])
    expect((await fetch(`${stack.citizenOrigin}/forms/${address}/blank.pdf`)).status).toBe(404)
  await page.context().close()
})

/** Waits on the page of a sent form until the scanner has looked at its files, and goes back to the receipt. */
async function untilChecked(page: Page): Promise<void> {
  const receipt = page.url()
  await page.goto(receipt.replace('/received', '/copy'))
  await expect
    .poll(async () => {
      await page.reload()
      return page.getByText('Being checked for viruses').count()
    })
    .toBe(0)
  await page.goto(receipt)
}

describe.each([
  ['a browser with scripts', true],
  ['a browser without scripts', false],
])('%s', (_what, scripts) => {
  test('downloads from the receipt what its page shows, in ordinary and in large print', async () => {
    const page = await openFamily(scripts ? 'Ada' : 'Bea', scripts)
    await startForm(page, title)
    await fillRequestForm(page, { child, longText, file: report })
    const reference = await sendForm(page)
    if (scripts) await expectAccessiblePage(page)
    await keepPicture(page, 'copy-pdf-receipt')

    // What a copy says of a file changes with the verdict of the scanner.
    await untilChecked(page)
    const copy = await download(page, ordinary)
    expect(copy.name).toBe(`${reference}.pdf`)
    expect(copy.pdf).toMatchObject({
      title: `${title} – ${reference}`,
      language: 'en-GB',
      isMarked: true,
      universalAccess: '1',
    })
    await page.getByRole('link', { name: 'View and print what you sent' }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    const shown = await page.locator('main :is(h1, h2, h3, dt, dd)').allInnerTexts()
    expect(shown).toContain(longText)
    for (const words of shown) expect(squeeze(copy.pdf.words)).toContain(squeeze(words))
    if (scripts) await expectAccessiblePage(page)
    await keepPicture(page, 'copy-pdf-copy')

    const inLargePrint = await download(page, large)
    expect(inLargePrint.name).toBe(`${reference}-large-print.pdf`)
    expect(squeeze(inLargePrint.pdf.words)).toBe(squeeze(copy.pdf.words))
    expect(inLargePrint.pdf.pages).toBeGreaterThan(copy.pdf.pages)

    await page.goto(`/language/cy?returnTo=${new URL(page.url()).pathname.replace('/copy', '')}`)
    const inWelsh = await download(page, 'Lawrlwytho copi (PDF)')
    expect(inWelsh.pdf.language).toBe('cy-GB')
    expect(inWelsh.pdf.words).toContain('Yr hyn a anfonoch')
    await page.context().close()
  })
})

test('a PDF that cannot be made leads to the page that shows the same, with words', async () => {
  const page = await openFamily('Cleo')
  await startForm(page, title)
  await fillRequestForm(page, { child, longText, file: report })
  await sendForm(page)
  const form = new URL(page.url()).pathname.replace('/received', '')
  await page.goto(`${form}/copy?pdf=failed`)
  await page.getByText('Sorry, we could not make the PDF. Print this page instead.').waitFor()
  await expectAccessiblePage(page)
  await keepPicture(page, 'copy-pdf-failed')
  await page.context().close()
})
