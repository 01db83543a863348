import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Condition } from '@send/shared/forms/conditions/condition'
import { Text } from '@send/shared/texts/language'
import { newId, newSectionId } from '@send/shared/values/ids'
import { openFormBuilder } from './builder-steps.ts'
import { addAsNewInSuspense, openIncoming, openInSuspense } from './casework-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { buildEveryTypeForm, needsTable } from './every-type-form.ts'
import { startInstallation, type Installation } from './installation.ts'
import { openBrowser } from './open-browser.ts'
import { pictureOnFailure } from './picture-failures.ts'
import { fillRequestForm, registerParent, sendForm, startForm } from './portal-steps.ts'
import { buildRequestForm, publishForms } from './publish-sample-form.ts'
import { allPayloads, scriptPayloads } from './script-payloads.ts'
import { lookAtLinks, watchScripts, type Watch } from './watch-scripts.ts'

const plainTitle = 'Ask about a child'
const nothing: Watch = { ran: [], reported: [], links: [] }

let stack: Installation
let browser: Browser
let client: Client
let page: Page
let inPortal: Watch
let inClient: Watch
const hostile = withPayloads(buildEveryTypeForm('x'), 'HOSTILE')

beforeAll(async () => {
  stack = await startInstallation()
  const table = { ...needsTable, name: scriptPayloads[0]!.slice(0, 60) }
  await publishForms(stack.serverUrl, [hostile, buildRequestForm(plainTitle)], [withTexts(table)])
  browser = await openBrowser()
  const context = await browser.newContext({ baseURL: stack.citizenOrigin })
  page = await context.newPage()
  pictureOnFailure(page)
  inPortal = await watchScripts(page)
  const who = { name: 'Ria Moss', email: 'ria@example.com', password: 'violet harbour tuesday lamp' }
  await registerParent(page, stack.mailFolder, who)
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'user'))
  await signInStaff(client.window, sampleStaff[0]!)
  inClient = await watchScripts(client.window)
})

afterAll(async () => {
  await closeClient(client)
  await browser?.close()
  await stack?.stop()
})

/** The same with all payloads in the place of every text, none of which begins as the one before. */
function withTexts<Value>(value: Value): Value {
  let place = 0
  return replace(value) as Value

  function replace(one: unknown): unknown {
    if (Text.safeParse(one).success) return { en: allPayloads(place++), cy: allPayloads(place++) }
    if (Array.isArray(one)) return one.map(replace)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, replace(inner)]))
  }
}

/** The form with payloads in every text, of guidance, help, sections and messages too. */
function withPayloads(definition: FormDefinition, code: string): FormDefinition {
  const text = { en: 'x' }
  const pages = definition.pages.map((one) => {
    const questions = one.questions.map((question) => {
      const must = { kind: 'answered', of: { from: 'answer', questionId: question.id } } as const
      const never: Condition = { kind: 'none', conditions: [must] }
      return { ...question, help: text, ...(question.type === 'wholeNumber' ? { rules: [rule(never)] } : {}) }
    })
    return {
      ...one,
      guidance: text,
      questions,
      sections: [{ id: newSectionId(), title: text, guidance: text, questions: [] }],
    }
  })
  return withTexts({ ...definition, code, guidance: text, pages })

  function rule(must: Condition) {
    return { id: newId(), must, message: text }
  }
}

/** Saves a page as it is, with nothing in it and then with a number that a rule refuses. */
async function savePage(submission: string, pageId: string): Promise<void> {
  await page.goto(`${submission}/pages/${pageId}`)
  await lookAtLinks(page, inPortal)
  for (const number of await page.locator('main input[inputmode=numeric]:not([name*="."])').all())
    await number.fill('3')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.locator('main').waitFor()
  await lookAtLinks(page, inPortal)
}

test('where nothing stops them the payloads run', async () => {
  const unguarded = await browser.newPage()
  const watch = await watchScripts(unguarded)
  let harmful = 0
  for (const payload of scriptPayloads) {
    const before = watch.ran.length
    await unguarded.setContent(`<p title="x">${payload}</p>`)
    await lookAtLinks(unguarded, watch)
    await unguarded.waitForTimeout(20)
    if (watch.ran.length > before || watch.links.length > 0) harmful += 1
    watch.links.length = 0
  }
  await unguarded.close()
  expect(harmful).toBeGreaterThan(80)
})

test('A-05: payloads in every text of a form are text and nothing else on the portal', async () => {
  const { pages, title } = hostile
  await page.goto('/')
  const links = page.locator('main a')
  const titles = await links.allInnerTexts()
  await links.nth(titles.findIndex((one) => one.startsWith(title.en.slice(0, 60)))).click()
  await lookAtLinks(page, inPortal)
  await page.getByRole('button', { name: 'Start now' }).click()
  await page.getByRole('button', { name: 'Save and continue' }).waitFor()
  const submission = new URL(page.url()).pathname.replace(/\/pages\/.*/, '')
  for (const { id } of pages) await savePage(submission, id)
  const check = `${submission}/check`
  for (const address of [submission, check, '/', '/language/cy', submission, '/language/en']) {
    await page.goto(address)
    await lookAtLinks(page, inPortal)
  }
  expect(inPortal).toEqual(nothing)
})

test('A-05: payloads in every text of a form are text and nothing else in the builder and its preview', async () => {
  const { window } = client
  await openFormBuilder(window)
  const cell = window.getByRole('cell', { name: hostile.code, exact: true })
  await window.getByRole('row').filter({ has: cell }).getByRole('button').first().click()
  const items = window.getByRole('treeitem')
  await items.first().waitFor()
  for (const item of await items.all()) {
    await item.click()
    await window.waitForTimeout(50)
    await lookAtLinks(window, inClient)
  }
  await window.frameLocator('iframe').locator('main').first().waitFor()
  // Else nothing could have been seen to run there.
  for (const frame of window.frames()) expect(await frame.evaluate('typeof __pwned')).toBe('function')
  expect(inClient).toEqual(nothing)
})

test('A-05: payloads in answers and in the name of a file are text and nothing else, for the family and for staff', async () => {
  const report = path.join(stack.folder, '<img src=x onerror=__pwned()>.txt')
  await writeFile(report, 'A report.')
  const child = {
    givenNames: '<b onfocus=__pwned() autofocus>',
    familyName: 'Moss',
    day: '4',
    month: '9',
    year: '2018',
  }
  await startForm(page, plainTitle)
  await fillRequestForm(page, {
    child,
    longText: scriptPayloads.slice(0, 60).join(' ').slice(0, 4900),
    shortText: scriptPayloads[2]!,
    file: report,
  })
  await lookAtLinks(page, inPortal)
  const reference = await sendForm(page)
  await lookAtLinks(page, inPortal)
  expect(inPortal).toEqual(nothing)

  const { window } = client
  const childName = `${child.givenNames} ${child.familyName}`
  await openInSuspense(window, childName)
  await lookAtLinks(window, inClient)
  await addAsNewInSuspense(window, { childName })
  await openIncoming(window, reference)
  await lookAtLinks(window, inClient)
  await window.getByRole('article', { name: reference }).getByRole('button', { name: 'Approve' }).click()
  await window.getByText(new RegExp(`^${reference} is on the chronology of `)).waitFor()
  await window.getByRole('navigation').getByText('People', { exact: true }).click()
  await window.getByRole('searchbox', { name: /^Search by any part/ }).fill('Moss')
  await window.getByRole('table', { name: 'People found' }).getByRole('button', { name: childName }).click()
  await lookAtLinks(window, inClient)
  const chronology = window.getByRole('region', { name: 'Chronology', exact: true })
  await chronology.getByRole('button', { name: reference }).first().click()
  await window.getByRole('heading', { name: 'Who can see it' }).waitFor()
  await lookAtLinks(window, inClient)
  expect(inClient).toEqual(nothing)
})
