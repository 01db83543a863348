import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { addPage, addQuestion, confirmWarnings, openFormBuilder, selectItem } from './builder-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { fillPage, fillRequestForm, registerParent, sendForm, startForm } from './portal-steps.ts'
import { buildRequestForm, publishForm } from './publish-sample-form.ts'

const title = 'Ask for support'
const officer = sampleStaff[0]!
const child = { givenNames: 'Mira', familyName: 'Lowe', day: '4', month: '9', year: '2018' }
const answers = { child, longText: 'Reading, and noise in class.', shortText: 'Elm Primary School' }

let stack: Installation
let browser: Browser
let client: Client

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildRequestForm(title))
  browser = await openBrowser()
  client = await launchClient(stack.serverUrl)
  await signInStaff(client.window, officer)
  await openFormBuilder(client.window)
})

afterAll(async () => {
  await closeClient(client)
  await browser?.close()
  await stack?.stop()
})

/** A parent without scripts, on a narrow phone, begins the form and stops after its second page. */
async function beginForm(name: string): Promise<Page> {
  const viewport = { width: 320, height: 640 }
  const context = await browser.newContext({
    baseURL: stack.citizenOrigin,
    viewport,
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
  await registerParent(page, stack.mailFolder, { name, email, password: 'violet harbour tuesday lamp' })
  await startForm(page, title)
  for (const press of ['Save and continue', 'Save and come back later']) {
    await fillPage(page, answers)
    await page.getByRole('button', { name: press, exact: true }).click()
  }
  await page.getByText('Your answers are saved').waitFor()
  return page
}

/** The page as it stands, looked at by a browser with scripts: without them nothing can look at it. */
async function expectAccessiblePage(page: Page): Promise<void> {
  const viewport = page.viewportSize()
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ storageState, viewport })
  const again = await context.newPage()
  await again.goto(page.url())
  await again.locator('summary').click()
  await expectAccessibleWindow(again)
  await keepPicture(again, 'versions-notice-open')
  expect(await again.evaluate('document.documentElement.scrollWidth')).toBe(viewport?.width)
  await context.close()
}

async function openAgain(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: title, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

async function goOn(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'Continue' })
    .or(page.getByRole('button', { name: 'Continue' }))
    .click()
}

async function openPublishing(window: Page) {
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await window.getByRole('button', { name: 'Publish…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByText('What it means for forms in progress').waitFor()
  return dialog
}

async function publishNow(window: Page, version: number): Promise<void> {
  const dialog = window.getByRole('dialog')
  await confirmWarnings(dialog)
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await window.getByText(`“${title}”: version ${version} is Live`).waitFor()
  await window.getByRole('heading', { level: 1, name: 'Form Builder' }).waitFor()
}

function editForm(window: Page): Promise<void> {
  return window
    .getByRole('table', { name: 'Published forms' })
    .getByRole('button', { name: title, exact: true })
    .click()
}

test('who is half way finishes on the old version where the officer chooses so', async () => {
  const { window } = client
  const page = await beginForm('Ruth Lowe')
  await editForm(window)
  await selectItem(window, '2.1 What is hard?')
  await window.getByLabel('Wording (English)').fill('What is hard for your child?')
  const dialog = await openPublishing(window)
  const choice = dialog.getByRole('radiogroup', { name: 'Version 1: 1 form in progress' })
  await choice.getByText('In the new version every answer stays as it is.').waitFor()
  expect(await choice.getByRole('radio', { name: 'Finish on version 1' }).isChecked()).toBe(true)
  await expectAccessibleWindow(window)
  await publishNow(window, 2)

  await openAgain(page)
  expect(await page.getByText('This form has changed').count()).toBe(0)
  await page.getByRole('link', { name: 'About the needs' }).click()
  await page.getByText('What is hard?', { exact: true }).waitFor()
  await openAgain(page)
  await goOn(page)
  await fillRequestForm(page, { ...answers, file: await report() })
  expect(await sendForm(page)).toMatch(/^REQ-\d+$/)
  await page.context().close()
})

test('who is asked only what changed keeps the answers, is told where to look without scripts, and finishes', async () => {
  const { window } = client
  const page = await beginForm('Owen Lowe')
  await editForm(window)
  await selectItem(window, '2.2 Which school?')
  await window.getByRole('button', { name: 'Remove', exact: true }).click()
  await selectItem(window, '2.4 How many schools so far?')
  await window.getByLabel('Largest number', { exact: true }).fill('1')
  await selectItem(window, '3.1 ')
  await addPage(window, { en: 'At home', cy: 'Gartref' })
  const wording = { en: 'Does anything help at home?' }
  await addQuestion(window, { type: 'shortText', wording, required: true, maxLength: 100 })
  const dialog = await openPublishing(window)
  const choice = dialog.getByRole('radiogroup', { name: 'Version 2: 1 form in progress' })
  await choice.getByRole('row', { name: 'Which school? 1 0' }).waitFor()
  await choice.getByRole('row', { name: 'How many schools so far? 0 1' }).waitFor()
  await dialog.getByText('1 form was sent and waits for a decision.').waitFor()
  await expectAccessibleWindow(window)
  await choice.getByRole('radio', { name: 'Ask only what changed' }).check()
  await keepPicture(window, 'versions-impact')
  await publishNow(window, 3)

  await expect
    .poll(async () => {
      await openAgain(page)
      return page.getByText('This form has changed since you began. Your answers are kept.').count()
    })
    .toBe(1)
  await keepPicture(page, 'versions-notice')
  await expectAccessiblePage(page)
  const links = page.locator('.govuk-notification-banner__link')
  expect(await links.allInnerTexts()).toEqual(['About the needs', 'At home'])
  await page.getByText('Answers to questions we no longer ask').click()
  await page.getByText('Elm Primary School').waitFor()
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  await page.getByText('Mae’r ffurflen hon wedi newid ers i chi ddechrau').waitFor()
  expect(await links.last().innerText()).toBe('Gartref')
  await keepPicture(page, 'versions-notice-welsh')
  await page.getByRole('link', { name: 'English' }).click()

  await links.first().click()
  expect(await page.getByLabel(/What is hard for your child/).inputValue()).toBe(answers.longText)
  await page.getByLabel('How many schools so far?').fill('1')
  await page.getByRole('button', { name: 'Save and come back later' }).click()
  expect(await links.allInnerTexts()).toEqual(['At home'])
  await goOn(page)
  await fillRequestForm(page, { ...answers, file: await report() })
  expect(await page.locator('main').innerText()).not.toContain('Which school?')
  expect(await sendForm(page)).toMatch(/^REQ-\d+$/)
  await page.context().close()
})

test('the versions of a form are read, compared and restored by keyboard', async () => {
  const { window } = client
  const { keyboard } = window
  await window.getByRole('button', { name: `Versions of ${title}` }).press('Enter')
  await window.getByRole('heading', { level: 1, name: `Versions of “${title}”` }).waitFor()
  await window.getByRole('row', { name: /Version 3.*1 page added/ }).waitFor()
  await window.getByRole('row', { name: /Version 1.*The first version/ }).waitFor()
  await keepPicture(window, 'versions-history')
  await expectAccessibleWindow(window)
  await window.getByRole('heading', { level: 1 }).click()
  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('Enter')
  await window.getByRole('row', { name: /Worded anew/ }).waitFor()
  expect(await window.locator('del').allInnerTexts()).toEqual([expect.stringContaining('hard?')])
  await window.getByLabel('To', { exact: true }).selectOption('3')
  await window.getByRole('row', { name: /Which school\? Removed/ }).waitFor()
  await window.getByRole('row', { name: /At home Added/ }).waitFor()
  await keepPicture(window, 'versions-compare')
  await expectAccessibleWindow(window)
  await window.getByRole('heading', { level: 1 }).click()
  await keyboard.press('Escape')

  await window.getByRole('button', { name: 'Look at version 1' }).press('Enter')
  await window.getByText('Version 1 · Read only').waitFor()
  await selectItem(window, '2.2 Which school?')
  await window.frameLocator('iframe').getByText('Which school?').first().waitFor()
  await keepPicture(window, 'versions-read')
  await expectAccessibleWindow(window)
  await expectAccessiblePreview(window)
  await window.getByRole('button', { name: 'Restore as a new draft' }).press('Enter')
  await window.getByText('Version 1 is a draft now').waitFor()
  await window.getByRole('treeitem', { name: '2.2 Which school?' }).waitFor()
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await window.getByRole('button', { name: 'All forms' }).click()

  await window.getByRole('button', { name: `Versions of ${title}` }).press('Enter')
  await window.getByRole('button', { name: 'Restore version 2 as a new draft' }).press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog.getByText(`“${title} (my draft)”`).waitFor()
  await expectAccessibleWindow(window)
  await dialog.getByRole('button', { name: 'Restore as a new draft' }).press('Enter')
  await window.getByRole('treeitem', { name: '2.1 What is hard for your child?' }).waitFor()
  await window.getByRole('button', { name: 'All forms' }).click()
  await window.getByRole('button', { name: `${title} (my draft)`, exact: true }).waitFor()
})

test('a form is Live between its dates, and the list shows the Live or the others', async () => {
  const { window } = client
  await window.getByRole('button', { name: `Dates of ${title}` }).press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('First day').fill('2090-09-01')
  await dialog.getByLabel('Last day').fill('2090-08-31')
  await dialog.getByText('The last day is before the first.').waitFor()
  await dialog.getByText('Still needed: a last day that is not before the first.').waitFor()
  await dialog.getByRole('button', { name: 'Save the dates' }).press('Enter')
  expect(await dialog.count()).toBe(1)
  await dialog.getByLabel('Last day').fill('')
  await keepPicture(window, 'versions-dates')
  await expectAccessibleWindow(window)
  await dialog.getByRole('button', { name: 'Save the dates' }).press('Enter')
  const published = window.getByRole('table', { name: 'Published forms' })
  const row = published.getByRole('row', { name: new RegExp(`${title}.*Not live before 1 Sept 2090`) })
  await row.waitFor()
  await keepPicture(window, 'versions-list')
  await expectAccessibleWindow(window)
  const filter = window.getByRole('radiogroup', { name: 'Which forms of the portals' })
  await filter.getByText('Live', { exact: true }).click()
  expect(await row.count()).toBe(0)
  await filter.getByText('Not live', { exact: true }).click()
  await row.waitFor()

  const context = await browser.newContext({ baseURL: stack.citizenOrigin })
  const page = await context.newPage()
  await registerParent(page, stack.mailFolder, {
    name: 'Ida Lowe',
    email: 'ida.lowe@example.com',
    password: 'violet harbour tuesday lamp',
  })
  await page.goto('/')
  expect(await page.getByRole('link', { name: title, exact: true }).count()).toBe(0)
  await context.close()
})

async function report(): Promise<string> {
  const file = path.join(stack.folder, 'report.pdf')
  await writeFile(file, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  return file
}
