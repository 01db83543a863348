import type { Browser, BrowserContext, Page } from 'playwright'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startInstallation, type Installation } from './installation.ts'
import { openBrowser } from './open-browser.ts'
import {
  buildEightPages,
  buildShortForm,
  canary,
  dateTyped,
  fieldsOf,
  fillToCheck,
  postAs,
  press,
  typeChild,
  typeNeeds,
  writeLong,
} from './portal-bad-input-steps.ts'
import { patience } from './patience.ts'
import { registerParent, sendForm, signInParent, startForm, type Parent } from './portal-steps.ts'
import { publishForms, setLive, type Published } from './publish-sample-form.ts'
import { nextTotpCode } from './totp.ts'

const title = 'Request with everything wrong'
const eightPages = 'Form of eight pages'
const sessionCookie = '__Host-send-citizen'

let stack: Installation
let browser: Browser
let published: Published
let printed = ''
const addresses = new Set<string>()

beforeAll(async () => {
  const output = (text: string) => void (printed += text)
  stack = await startInstallation({ output })
  published = await publishForms(stack.serverUrl, [buildShortForm(title), buildEightPages(eightPages)])
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

describe.each([
  ['with scripts', true, 320],
  ['without scripts', false, 1280],
])('%s', (_what, javaScriptEnabled, width) => {
  let context: BrowserContext
  let page: Page
  let parent: Parent

  beforeAll(async () => {
    const viewport = { width, height: 800 }
    context = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled, viewport })
    context.setDefaultTimeout(patience)
    context.on('request', (request) => addresses.add(request.url()))
    page = await context.newPage()
    const who = {
      name: 'Sam Khan',
      email: `sam-${width}@example.com`,
      password: 'violet harbour tuesday lamp',
    }
    parent = await registerParent(page, stack.mailFolder, who)
  })
  afterAll(() => context?.close())

  const summary = () => page.locator('.govuk-error-summary').innerText()
  const at = () => new URL(page.url()).pathname
  /** Says the sentence in the summary and beside the question. */
  async function expectTold(sentence: string): Promise<void> {
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await expect.poll(summary).toContain(sentence)
    expect(await page.locator('.govuk-error-message').allInnerTexts()).toContainEqual(
      expect.stringContaining(sentence),
    )
  }
  async function startNeeds(): Promise<void> {
    await startForm(page, title)
    await typeChild(page)
    await press(page, 'Save and continue')
    await page.getByLabel('What is hard?').waitFor()
  }
  /** Takes the session away for as long as `work` runs, as if it had expired. */
  async function withoutSession(work: () => Promise<void>): Promise<void> {
    const held = (await context.cookies()).filter(({ name }) => name === sessionCookie)
    await context.clearCookies({ name: sessionCookie })
    await work()
    await context.addCookies(held)
  }

  test('a date that is none is said beside its question and stays as it was typed', async () => {
    const future = String(new Date().getFullYear() + 1)
    await startForm(page, title)
    for (const [birth, sentence] of [
      [['31', '2', '2020'], 'The date of birth must be a real date'],
      [['29', '2', '2021'], 'The date of birth must be a real date'],
      [['3', '', '2018'], 'The date of birth must include a day, month and year'],
      [['1', '1', future], 'The date of birth must be in the past'],
      [['1', '1', '1900'], 'The date of birth must be of somebody aged 25 or under'],
      [['1', '2', '19'], 'The date of birth must be a real date'],
    ] as const) {
      await typeChild(page, birth)
      await press(page, 'Save and continue')
      await expectTold(sentence)
      expect(await dateTyped(page, 'Date of birth')).toEqual(birth)
    }
    await typeChild(page)
    await press(page, 'Save and continue')
    for (const date of [
      ['31', '4', '2020'],
      ['five', 'May', '2020'],
      ['٣', '٤', '٢٠١٨'],
      ['1', '2', '19'],
    ] as const) {
      await typeNeeds(page, { date })
      await press(page, 'Save and continue')
      await expectTold('must be a real date, such as 27 3 2016')
      expect(await dateTyped(page, 'When did you first notice?')).toEqual(date)
    }
  })

  test('a long answer is kept to the last character, and one that is too long is counted', async () => {
    await startNeeds()
    const long = `${'All of it counts. '.repeat(1111)}ab`
    expect(long).toHaveLength(20_000)
    await typeNeeds(page, { long: `${long}!` })
    await press(page, 'Save and continue')
    await expectTold('must be 20000 characters or fewer. You have written 20001')
    expect(await page.getByLabel('What is hard?').inputValue()).toBe(`${long}!`)
    const farTooLong = 'x'.repeat(100_001)
    await typeNeeds(page, { long: farTooLong })
    await press(page, 'Save and continue')
    await expectTold('You have written 100001')
    expect(await page.getByLabel('What is hard?').inputValue()).toBe(farTooLong)
    await typeNeeds(page, { long })
    await press(page, 'Save and continue')
    await press(page, 'Save and continue')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    expect(await page.locator('main').innerText()).toContain(long)
    await sendForm(page)
    await page.getByRole('link', { name: 'View and print what you sent' }).click()
    await page.getByText('All of it counts.').waitFor()
    expect(await page.locator('main').innerText()).toContain(long)
  })

  test('every kind of writing comes back as it was typed', async () => {
    const long = [
      '  two spaces and a tab\tbefore',
      '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇬🇧',
      'مرحبا שלום \u202eabc\u202c e\u0301',
      '<script>alert(1)</script> "quoted" & \'more\' </textarea> $t(values.yes) {{name}} %00 \\u0000',
      '',
      'the end  ',
    ].join('\n')
    await startNeeds()
    await typeNeeds(page, { long, short: '"><b>É</b> 👍🏽' })
    await press(page, 'Save and continue')
    await page.getByLabel(/^Reports/).waitFor()
    await page.goBack()
    await page.reload()
    expect(await page.getByLabel('What is hard?').inputValue()).toBe(long)
    expect(await page.getByLabel(/^Which school/).inputValue()).toBe('"><b>É</b> 👍🏽')
    await page.goto(at().replace(/pages.*/, 'check'))
    const shown = await page.locator('main').innerText()
    for (const line of long.split('\n')) expect(shown).toContain(line.trim())
    expect(await page.locator('main script, main b').count()).toBe(0)
  })

  test('a character that cannot be kept is said, and everything else on the page is saved', async () => {
    await startNeeds()
    await typeNeeds(page, { short: 'Elm School' })
    const fields = await fieldsOf(page)
    const [long, day] = [...fields.keys()].filter((name, index) => index === 0 || name.endsWith('.day'))
    // A page that is sent counts as later than all that it saved by itself.
    if (javaScriptEnabled) fields.set('save', '1000')
    fields.set(long ?? '', 'before\u0000after')
    fields.set(day ?? '', '1\u0000')
    const answer = await postAs(context, page.url(), fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html.match(/contains a character we cannot keep/g)?.length).toBeGreaterThanOrEqual(4)
    expect(html).toMatch(/before.after/)
    await page.reload()
    expect(await page.getByLabel(/^Which school/).inputValue()).toBe('Elm School')
    const lone = await postAs(context, page.url(), `${long}=lone%ED%A0%80half`, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(lone.status).toBeLessThan(500)
  })

  test('a file that will not do is refused by name and reason, and the others are taken', async () => {
    await startNeeds()
    await typeNeeds(page)
    await press(page, 'Save and continue')
    const box = page.getByLabel(/^Reports/)
    const upload = async (...files: string[]) => {
      await box.setInputFiles(files)
      await press(page, 'Upload')
      await page.waitForURL(/added=|\/files\//)
    }
    await box.waitFor()
    await press(page, 'Upload')
    await expectTold('Choose a file first')
    const pdf = '%PDF-1.7\nreport'
    for (const [name, head, bytes, sentence] of [
      ['empty.pdf', '', 0, 'empty.pdf: The file is empty'],
      ['program.pdf', 'MZ\u0090\u0000 a program', 200, 'program.pdf: This kind of file cannot be used here'],
      ['elf.pdf', '\u007fELF\u0002\u0001', 200, 'elf.pdf: This kind of file cannot be used here'],
      ['page.png', '<html><script>', 14, 'page.png: The name of the file does not fit'],
      ['just.pdf', pdf, 1024 * 1024 + 1, 'just.pdf: The file is too large. Choose one no larger than 1 MB'],
      ['film.pdf', pdf, 60 * 1024 * 1024, 'film.pdf: The file is too large. Choose one no larger than 1 MB'],
    ] as const) {
      await upload(await writeLong(stack.folder, name, head, bytes))
      await expectTold(sentence)
      expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
    }
    const turned = await writeLong(stack.folder, `${'n'.repeat(200)}\u202efdp.txt`, 'a letter')
    const good = await writeLong(stack.folder, 'report.pdf', pdf)
    const third = await writeLong(stack.folder, 'third.pdf', pdf)
    // The same file chosen twice is one.
    await upload(turned, good, good, third)
    await expectTold('third.pdf: You can add 2 files here and no more')
    const names = await page.locator('main dt').allInnerTexts()
    expect(names).toEqual([`${'n'.repeat(96)}.txt`, 'report.pdf'])
    await page.getByRole('button', { name: /^Remove report/ }).click()
    await upload(good)
    await page.getByText('You have added all 2 files').waitFor()
    const parts = new FormData()
    for (let index = 0; index < 25; index += 1)
      parts.append('file', new Blob([pdf]), `../../${index}/etc.pdf`)
    const many = await postAs(context, `${stack.citizenOrigin}${at()}/upload`, parts)
    expect(many.status).toBe(303)
    const notAFile = await postAs(context, `${stack.citizenOrigin}${at()}/upload`, 'x', {
      'content-type': 'text/plain',
    })
    expect(notAFile.status).toBe(303)
    await page.goto(at())
    expect(await page.locator('main dt').count()).toBe(2)
  })

  test('a form is sent once, however often it is asked for, and a sent form says so everywhere', async () => {
    await startForm(page, title)
    await fillToCheck(page)
    const check = page.url()
    const secondTab = await context.newPage()
    await secondTab.goto(check)
    await page.getByRole('link', { name: /Change.*What is hard/ }).click()
    const formPage = page.url()
    const thirdTab = await context.newPage()
    await thirdTab.goto(formPage)
    await page.goto(check)
    const fields = await fieldsOf(page)
    await page.getByRole('button', { name: 'Agree and send' }).dblclick()
    const reference = await page.locator('.govuk-panel__body strong').innerText()
    const receipt = at()
    await press(secondTab, 'Agree and send')
    await secondTab.getByText(reference).waitFor()
    const again = await postAs(context, check, fields)
    expect(again.headers.get('location')).toContain(receipt)

    await page.goBack()
    await page.getByText('You have already sent this form').waitFor()
    await page.goto(formPage)
    await page.getByText('You have already sent this form').waitFor()
    await page.getByRole('link', { name: 'See your receipt' }).click()
    await page.getByText(reference).waitFor()
    await thirdTab.getByLabel('What is hard?').fill('One more thing')
    await press(thirdTab, 'Save and continue')
    await thirdTab.getByRole('heading', { name: 'This form has already been sent' }).waitFor()
    await thirdTab.getByText('One more thing').waitFor()
    await thirdTab.getByRole('link', { name: 'See your receipt' }).click()
    await thirdTab.getByText(reference).waitFor()
    await page.goto('/')
    expect(await page.getByText(reference).count()).toBe(1)
    await secondTab.close()
    await thirdTab.close()
  })

  test('a session that ends on any page loses nothing, also when the server is away while signing in', async () => {
    await startForm(page, title)
    await fillToCheck(page)
    const check = page.url()
    await withoutSession(async () => {
      await press(page, 'Agree and send')
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    })
    await page.goto(check)
    await page.getByRole('link', { name: /Change.*Reports/ }).click()
    const report = await writeLong(stack.folder, 'late.pdf', '%PDF-1.7 late')
    await page.getByLabel(/^Reports/).setInputFiles(report)
    await withoutSession(async () => {
      await press(page, 'Upload')
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    })
    await page.reload()
    await expectTold('You were signed out before the file reached us. Choose it again')
    await page.goto(check)
    await page.getByRole('link', { name: /Change.*What is hard/ }).click()
    const long = `Kept \n through "everything" 👍`
    await page.getByLabel('What is hard?').fill(long)
    await context.clearCookies({ name: sessionCookie })
    await press(page, 'Save and continue')
    await page.getByText('What you typed is not lost').waitFor()
    await stack.killServer()
    await page.getByLabel('Email address').fill(parent.email)
    await page.getByLabel('Password', { exact: true }).fill(parent.password)
    await press(page, /^Sign in$/)
    await page.getByRole('heading', { name: 'Sorry, we could not save this page' }).waitFor()
    await stack.startServer()
    await press(page, 'Try again')
    await page.getByText('What you typed is not lost').waitFor()
    await signInParent(page, parent, await nextTotpCode(parent.totpSecret))
    await page.getByLabel('What is hard?').waitFor()
    expect(await page.getByLabel('What is hard?').inputValue()).toBe(long)
  })

  test('while the server is away every page says so, and what was typed is saved afterwards', async () => {
    await startNeeds()
    await typeNeeds(page, { long: 'Typed while nobody listened' })
    const here = at()
    await stack.killServer()
    await press(page, 'Save and continue')
    await page.getByRole('heading', { name: 'Sorry, we could not save this page' }).waitFor()
    const other = await context.newPage()
    for (const place of ['/', here, here.replace(/pages.*/, 'check')]) {
      expect((await other.goto(place))?.status()).toBe(503)
      await other.getByText('The answers you saved are safe').waitFor()
    }
    await other.close()
    await press(page, 'Try again')
    await page.getByRole('heading', { name: 'Sorry, we could not save this page' }).waitFor()
    await stack.startServer()
    await press(page, 'Try again')
    await page.getByLabel(/^Reports/).waitFor()
    await page.goto(here)
    expect(await page.getByLabel('What is hard?').inputValue()).toBe('Typed while nobody listened')
  })

  test('a form of eight pages keeps every answer through reloading, the other language and closing the form', async () => {
    await startForm(page, eightPages)
    const pages: string[] = []
    await typeChild(page)
    await press(page, 'Save and continue')
    await page.getByLabel('Question 2').waitFor()
    await setLive(stack.serverUrl, published, false)
    for (let number = 2; number <= 8; number += 1) {
      await page.getByLabel(`Question ${number}`).fill(`Answer ${number}`)
      pages.push(at())
      await press(page, /^(Save and continue|Cadw a pharhau)$/)
      await page.waitForURL((url) => url.pathname !== pages.at(-1))
      await page.reload()
      await page.getByRole('link', { name: number % 2 === 0 ? 'Cymraeg' : 'English' }).click()
    }
    await page
      .getByRole('link', { name: 'English' })
      .click({ timeout: 1_000 })
      .catch(() => undefined)
    for (const [index, place] of pages.entries()) {
      await page.goto(place)
      expect(await page.getByLabel(`Question ${index + 2}`).inputValue()).toBe(`Answer ${index + 2}`)
    }
    await page.goto(at().replace(/pages.*/, 'check'))
    await page
      .getByRole('link', { name: 'English' })
      .click({ timeout: 1_000 })
      .catch(() => undefined)
    expect(await sendForm(page)).toMatch(/^REQ-/)
    await setLive(stack.serverUrl, published, true)
  })

  test('what is not mine looks like what never was', async () => {
    await startNeeds()
    const mine = at()
    const other = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled })
    const stranger = await other.newPage()
    const email = `alex-${width}@example.com`
    await registerParent(stranger, stack.mailFolder, {
      name: 'Alex',
      email,
      password: 'amber kettle meadow seven',
    })
    const [, , submissionId = ''] = mine.split('/')
    for (const place of [mine, mine.replace(/\/pages.*/, ''), mine.replace(/pages.*/, 'check')]) {
      const shown: string[] = []
      for (const id of [submissionId, newId(), 'nonsense', '..%2f..%2fetc']) {
        const answer = await stranger.goto(place.replace(submissionId, id))
        expect(answer?.status()).toBe(404)
        shown.push(await stranger.locator('body').innerText())
      }
      expect(new Set(shown).size).toBe(1)
      expect(shown[0]).toContain('Page not found')
    }
    const posted = new URLSearchParams({ x: '1' })
    expect((await postAs(other, `${stack.citizenOrigin}${mine}`, posted)).status).toBe(404)
    await other.close()
  })
})

test('whatever else is sent to the portal is refused with a clear answer', async () => {
  const context = await browser.newContext({ baseURL: stack.citizenOrigin })
  const page = await context.newPage()
  const who = { name: 'Raw', email: 'raw@example.com', password: 'copper thistle lantern nine' }
  await registerParent(page, stack.mailFolder, who)
  await startForm(page, title)
  const here = page.url()
  const form = new URLSearchParams({ intent: 'next' })
  const statuses = {
    'another site': await postAs(context, here, form, { origin: 'https://elsewhere.example' }),
    'another kind of content': await postAs(context, here, '{}', { 'content-type': 'application/json' }),
    'no kind of content': await postAs(context, here, new Uint8Array(3)),
    'broken parts': await postAs(context, here, 'x', { 'content-type': 'multipart/form-data; boundary=y' }),
    'far too much': await postAs(context, here, new URLSearchParams({ x: 'x'.repeat(3_000_000) })),
    'unknown fields': await postAs(context, here, new URLSearchParams({ __proto__x: '1', constructor: '2' })),
    'a broken address': await fetch(`${stack.citizenOrigin}/submissions/%E0%A4%A`),
    'another method': await fetch(here, {
      method: 'DELETE',
      headers: { origin: stack.citizenOrigin, 'sec-fetch-site': 'same-origin' },
    }),
  }
  const found = Object.fromEntries(Object.entries(statuses).map(([what, { status }]) => [what, status]))
  expect(found).toEqual({
    'another site': 403,
    'another kind of content': 415,
    'no kind of content': 415,
    'broken parts': 415,
    'far too much': 413,
    'unknown fields': 422,
    'a broken address': 400,
    'another method': 415,
  })
  await context.close()
})

test('after all that no child stands in a log or an address, and nothing broke inside', () => {
  // The proof that the output is really heard: the portal said that the server was away.
  expect(printed).toContain('The server refused submissions: unavailable')
  expect(printed).not.toContain(canary)
  expect(printed).not.toContain('Amira')
  expect([...addresses].filter((address) => address.includes(canary))).toEqual([])
  expect(printed).not.toMatch(/"statusCode":5\d\d|procedure failed|request failed|unhandled/i)
})
