import path from 'node:path'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessiblePage, expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { addPage, addQuestion, createForm, openFormBuilder } from './builder-steps.ts'
import { addAsNewInSuspense, openIncoming, openPerson } from './casework-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { press } from './portal-bad-input-steps.ts'
import { fillPage, registerParent, sendForm, startForm } from './portal-steps.ts'
import { publishForms } from './publish-sample-form.ts'
import { scriptPayloads } from './script-payloads.ts'
import { lookAtLinks, watchScripts } from './watch-scripts.ts'

const title = 'About a good day'
const staffTitle = 'Notes of a visit'
const wording = 'What makes a good day?'
const patient = 'violet harbour tuesday lamp'
const typed = 'He **loves** his _dog_.\n\n- walks\n- food\n\n1. sleep\n2. school'

let stack: Installation
let browser: Browser

beforeAll(async () => {
  stack = await startInstallation()
  const long = buildQuestion('longText', { wording: { en: wording }, formatting: true })
  const pages = [buildPage([long], { title: { en: 'Good days' } })]
  const code = `FORMATTED-${String(Date.now()).slice(-8)}`
  await publishForms(stack.serverUrl, [
    buildForm({ code, title: { en: title }, pages: [buildPage([buildQuestion('childDetails')]), ...pages] }),
    buildForm({ code: `${code}-STAFF`, title: { en: staffTitle }, family: 'internal', pages }),
  ])
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

/** A family at the page with the question, the child named. */
async function openPage(who: {
  name: string
  child: string
  scripts?: boolean
  width?: number
}): Promise<Page> {
  const { scripts = true, width = 320 } = who
  const context = await browser.newContext({
    baseURL: stack.citizenOrigin,
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
  })
  const page = await context.newPage()
  const email = `${who.name.toLowerCase()}@example.com`
  await registerParent(page, stack.mailFolder, { name: who.name, email, password: patient })
  await startForm(page, title)
  const child = { givenNames: who.child, familyName: 'Khan', day: '3', month: '4', year: '2018' }
  await fillPage(page, { child })
  await press(page, 'Save and continue')
  await page.getByLabel(wording).waitFor()
  return page
}

/** Every element of a formatted answer with the words in it. */
async function readMarked(answer: ReturnType<Page['locator']>): Promise<string[]> {
  const marked: string[] = []
  for (const element of ['strong', 'em', 'ul > li', 'ol > li']) {
    for (const words of await answer.locator(element).allInnerTexts()) marked.push(`${element} ${words}`)
  }
  return marked
}

const expected = [
  'strong loves',
  'em dog',
  'ul > li walks',
  'ul > li food',
  'ol > li sleep',
  'ol > li school',
]

describe.each([
  ['a phone with scripts', true],
  ['a phone without scripts', false],
])('%s', (_what, scripts) => {
  test('shows an answer with its paragraphs and lists wherever it is read', async () => {
    const name = scripts ? 'Ada' : 'Bea'
    const page = await openPage({ name, child: name, scripts })
    const buttons = page.getByRole('group', { name: 'Format the text' })
    await expect.poll(() => buttons.isVisible()).toBe(scripts)
    await page.getByLabel(wording).fill(typed)
    if (scripts) await expectAccessiblePage(page)
    await keepPicture(page, scripts ? 'formatted-page' : 'formatted-page-without-scripts')
    await press(page, 'Save and continue')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    const answer = page.locator('.send-formatted')
    expect(await readMarked(answer)).toEqual(expected)
    if (scripts) await expectAccessiblePage(page)
    await keepPicture(page, 'formatted-check')
    await page.getByRole('link', { name: `Change – ${wording}` }).click()
    expect(await page.getByLabel(wording).inputValue()).toBe(typed)
    await press(page, 'Save and continue')
    await sendForm(page)
    await page.getByRole('link', { name: 'View and print what you sent' }).click()
    await answer.waitFor()
    expect(await readMarked(answer)).toEqual(expected)
    if (scripts) await expectAccessiblePage(page)
    await page.setViewportSize({ width: 1280, height: 800 })
    await keepPicture(page, 'formatted-copy-wide')
    await page.context().close()
  })
})

test('the buttons are large enough for a thumb and work with the keyboard alone; what they do is undone', async () => {
  const page = await openPage({ name: 'Cleo', child: 'Cleo' })
  const box = page.getByLabel(wording)
  const names = ['Bold', 'Italic', 'Bulleted list', 'Numbered list']
  for (const name of names) {
    const size = await page.getByRole('button', { name, exact: true }).boundingBox()
    expect(size?.width, name).toBeGreaterThanOrEqual(44)
    expect(size?.height, name).toBeGreaterThanOrEqual(44)
  }
  const { keyboard } = page
  const select = (letters: number) =>
    Array.from({ length: letters }, () => 'Shift+ArrowLeft').reduce(
      (before, key) => before.then(() => keyboard.press(key)),
      Promise.resolve(),
    )
  await box.focus()
  await keyboard.type('He reads')
  await select(5)
  await keyboard.press('Control+b')
  expect(await box.inputValue()).toBe('He **reads**')
  await keyboard.press('Control+z')
  expect(await box.inputValue()).toBe('He reads')
  await keyboard.press('Control+b')
  await keyboard.press('Control+i')
  expect(await box.inputValue()).toBe('He **_reads_**')
  await keyboard.press('Control+i')
  await keyboard.press('Control+b')
  expect(await box.inputValue()).toBe('He reads')
  // From the box back over the buttons, the last of which makes a numbered list.
  await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  expect(await box.inputValue()).toBe('1. He reads')
  for (const _ of [1, 2]) await keyboard.press('Shift+Tab')
  await keyboard.press('Space')
  expect(await box.inputValue()).toBe('- He reads')
  await page.getByRole('button', { name: 'Bulleted list' }).focus()
  await keepPicture(page, 'formatted-focus')
  await expectAccessiblePage(page)
  await page.context().close()
})

describe('in the client', () => {
  let client: Client
  beforeAll(async () => {
    client = await launchClient(stack.serverUrl, path.join(stack.folder, 'user'))
    await signInStaff(client.window, sampleStaff[0]!)
  })
  afterAll(async () => {
    await closeClient(client)
  })

  test('an officer reads the list and the bold words; every payload is text on all the way', async () => {
    const page = await openPage({ name: 'Dora', child: 'Dora', width: 1280 })
    const [inPortal, inClient] = [await watchScripts(page), await watchScripts(client.window)]
    const hostile = `${typed}\n\n- ${scriptPayloads.join('\n- ')}\n\n**${scriptPayloads[0]}**`
    await page.getByLabel(wording).fill(hostile)
    await press(page, 'Save and continue')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await lookAtLinks(page, inPortal)
    const reference = await sendForm(page)
    await page.getByRole('link', { name: 'See how it is going' }).waitFor()
    await addAsNewInSuspense(client.window, { childName: 'Dora Khan' })
    await openIncoming(client.window, reference)
    const form = client.window.getByRole('article', { name: reference, exact: true })
    await form.locator('strong').first().waitFor()
    const marked = await readMarked(form)
    for (const each of expected) expect(marked).toContain(each)
    // Payload after payload stands there in its letters.
    const items = await form.locator('ul > li').allTextContents()
    expect(items).toEqual(expect.arrayContaining(scriptPayloads.map((payload) => payload.trim())))
    await lookAtLinks(client.window, inClient)
    const nothing = { ran: [], reported: [], links: [] }
    expect([inPortal, inClient]).toEqual([nothing, nothing])
    await keepPicture(client.window, 'formatted-officer')
    await expectAccessibleWindow(client.window)
    await page.context().close()
  })

  test('staff who fill in a form of their own have the same buttons', async () => {
    const { window } = client
    await openPerson(window, 'Dora Khan')
    await window.getByRole('button', { name: 'Start a form' }).click()
    await window.getByRole('radio', { name: staffTitle }).check()
    await window.getByRole('button', { name: 'Start', exact: true }).click()
    const page = window.frameLocator('iframe[title="The page of the form"]')
    const box = page.getByLabel(wording)
    await box.fill('walks')
    await page.getByRole('button', { name: 'Bulleted list' }).click()
    await box.press('Control+a')
    await box.press('Control+b')
    expect(await box.inputValue()).toBe('- **walks**')
    await box.press('Control+z')
    expect(await box.inputValue()).toBe('- walks')
    await window.getByText(/^Saved \d/).waitFor()
    await keepPicture(window, 'formatted-staff')
    await expectAccessiblePreview(window)
    await page.getByRole('button', { name: 'Check and complete' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Complete', exact: true }).click()
    await window.getByRole('article').getByRole('listitem').getByText('walks', { exact: true }).waitFor()
    await keepPicture(window, 'formatted-chronology')
    await expectAccessibleWindow(window)
  })

  test('the builder allows it by a tick, and its preview has the same buttons', async () => {
    const { window } = client
    await openFormBuilder(window)
    await createForm(window, {
      code: 'FORMATTED-DRAFT',
      title: { en: 'Good days' },
      audience: 'parents',
      purpose: 'information',
    })
    await addPage(window, { en: 'Days' })
    await addQuestion(window, {
      type: 'longText',
      wording: { en: 'Tell us about a good day' },
      required: true,
      maxLength: 5000,
    })
    const preview = window.frameLocator('iframe').first()
    const bold = preview.getByRole('button', { name: 'Bold', exact: true })
    expect(await bold.count()).toBe(0)
    const tick = window.getByRole('checkbox', { name: 'People may use paragraphs, lists, bold and italic' })
    await tick.focus()
    await window.keyboard.press('Space')
    expect(await tick.isChecked()).toBe(true)
    await bold.waitFor()
    const box = preview.getByLabel('Tell us about a good day')
    await box.fill('walks')
    await box.selectText()
    await bold.click()
    expect(await box.inputValue()).toBe('**walks**')
    await keepPicture(window, 'formatted-builder')
    await expectAccessibleWindow(window)
    await expectAccessiblePreview(window)
  })
})
