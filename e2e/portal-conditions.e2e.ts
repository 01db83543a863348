import type { Condition } from '@send/shared/forms/conditions/condition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newSectionId } from '@send/shared/values/ids'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessiblePage } from './axe-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { fillPage, registerParent, sendForm, startForm } from './portal-steps.ts'
import { publishForm } from './publish-sample-form.ts'

const child = { givenNames: 'Amira', familyName: 'Khan', day: '3', month: '4', year: '2018' }
const title = 'About going to school'

/** A page whose questions follow from each other, a page that only some see, and a calculated value. */
function buildConditionForm(): FormDefinition {
  const attends = buildQuestion('yesNo', { wording: { en: 'Does your child go to school?' } })
  const goes: Condition = {
    kind: 'equals',
    of: { from: 'answer', questionId: attends.id },
    value: 'yes',
  }
  const school = buildQuestion('shortText', { wording: { en: 'Which school is it?' }, showIf: goes })
  const days = buildQuestion('wholeNumber', { wording: { en: 'How many days a week?' }, max: 5 })
  const hours = buildQuestion('calculated', {
    wording: { en: 'Hours a week' },
    formula: {
      kind: 'multiply',
      terms: [
        { kind: 'answer', of: { from: 'answer', questionId: days.id } },
        { kind: 'number', value: 6 },
      ],
    },
  })
  const section = { id: newSectionId(), title: { en: 'The week' }, showIf: goes, questions: [days, hours] }
  const lessons = buildQuestion('shortText', { wording: { en: 'Which lessons are hard?' } })
  const last = buildQuestion('shortText', { wording: { en: 'Anything else?' }, required: false })
  return buildForm({
    code: `CONDITIONS-${String(Date.now()).slice(-8)}`,
    title: { en: title },
    pages: [
      buildPage([buildQuestion('childDetails')]),
      buildPage([attends, school], { title: { en: 'School' }, sections: [section] }),
      buildPage([lessons], { title: { en: 'Lessons' }, showIf: goes }),
      buildPage([last], { title: { en: 'The end' } }),
    ],
  })
}

let stack: Installation
let browser: Browser

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildConditionForm())
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

const school = (page: Page) => page.getByLabel('Which school is it?')
const heading = (page: Page) => page.locator('h1')

async function chooseSchool(page: Page, answer: 'Yes' | 'No'): Promise<void> {
  await page.getByRole('group', { name: 'Does your child go to school?' }).getByLabel(answer).check()
}

describe.each([
  ['an old phone with scripts', true, 320],
  ['a browser without scripts', false, 1280],
])('%s', (_what, javaScriptEnabled, width) => {
  test('asks only what the answers call for, keeps what is hidden, and sends only what was asked', async () => {
    const viewport = { width, height: 800 }
    const context = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled, viewport })
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text())
    })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await registerParent(page, stack.mailFolder, {
      name: 'Sam Khan',
      email: `conditions-${width}@example.com`,
      password: 'violet harbour tuesday lamp',
    })
    await startForm(page, title)
    await fillPage(page, { child })
    await press('Save and continue')

    expect(await school(page).isVisible()).toBe(false)
    if (javaScriptEnabled) await expectAccessiblePage(page)
    await chooseSchool(page, 'Yes')
    if (javaScriptEnabled) await expect.poll(() => school(page).isVisible()).toBe(true)
    else {
      expect(await school(page).isVisible()).toBe(false)
      await press('Save and continue')
      await page.getByText('there are more questions on this page').waitFor()
      expect(await page.getByRole('heading', { name: 'There is a problem' }).count()).toBe(0)
    }
    await school(page).fill('Elm Primary School')
    await page.getByLabel('How many days a week?').fill('4')
    if (javaScriptEnabled) {
      await page.getByText('24', { exact: true }).waitFor()
      await expectAccessiblePage(page)
    }
    await press('Save and continue')
    await expect.poll(() => heading(page).innerText()).toBe('Lessons')
    await page.goBack()
    await chooseSchool(page, 'No')
    if (javaScriptEnabled) await expect.poll(() => school(page).isVisible()).toBe(false)
    await press('Save and continue')
    await expect.poll(() => heading(page).innerText()).toBe('The end')

    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await expect.poll(() => heading(page).innerText()).toBe('School')
    await chooseSchool(page, 'Yes')
    if (!javaScriptEnabled) await press('Save and continue')
    await expect.poll(() => school(page).inputValue()).toBe('Elm Primary School')
    await expect.poll(() => school(page).isVisible()).toBe(true)
    await chooseSchool(page, 'No')
    await press('Save and continue')
    await page.getByRole('button', { name: 'Save and come back later' }).click()
    await page.getByText('The end', { exact: true }).waitFor()
    expect(await page.getByText('Lessons', { exact: true }).count()).toBe(0)
    await page.getByRole('link', { name: 'Check your answers' }).click()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    expect(await page.getByText('Which school is it?').count()).toBe(0)
    expect(await page.getByText('The week').count()).toBe(0)
    expect(await sendForm(page)).toMatch(/^REQ-\d{4,}$/)
    await page.getByRole('link', { name: 'View and print what you sent' }).click()
    await page.getByText('Does your child go to school?').waitFor()
    expect(await page.getByText('Elm Primary School').count()).toBe(0)
    expect(refused).toEqual([])
    await context.close()
  })
})

test('a form in English only that is read in Welsh is marked as English, and the page around it stays Welsh', async () => {
  const context = await browser.newContext({ baseURL: stack.citizenOrigin })
  const page = await context.newPage()
  const languageOf = (target: Locator) =>
    target.first().locator('xpath=ancestor-or-self::*[@lang][1]').getAttribute('lang')
  await registerParent(page, stack.mailFolder, {
    name: 'Sam Khan',
    email: 'conditions-welsh@example.com',
    password: 'violet harbour tuesday lamp',
  })
  await startForm(page, title)
  await page.goto(`/language/cy?returnTo=${new URL(page.url()).pathname}`)
  await page.getByRole('button', { name: 'Cadw a pharhau' }).click()
  const summary = page.getByRole('alert')
  await summary.waitFor()
  expect(await languageOf(heading(page))).toBe('en')
  expect(await languageOf(page.locator('.govuk-caption-l'))).toBe('en')
  expect(await languageOf(page.getByLabel('First names'))).toBe('en')
  expect(await languageOf(summary.getByRole('link'))).toBe('en')
  expect(await languageOf(summary.getByRole('heading'))).toBe('cy')
  expect(await languageOf(page.getByRole('button', { name: 'Cadw a pharhau' }))).toBe('cy')
  await keepPicture(page, 'english-only-in-welsh')
  await expectAccessiblePage(page)
  await page.goto(page.url().replace(/\/pages\/.*$/, '/check'))
  expect(await languageOf(page.locator('dt'))).toBe('en')
  expect(await languageOf(heading(page))).toBe('cy')
  await expectAccessiblePage(page)
  await keepPicture(page, 'english-only-check-in-welsh')
  await page.goto('/')
  expect(await languageOf(page.getByRole('link', { name: title, exact: true }))).toBe('en')
  expect(await languageOf(heading(page))).toBe('cy')
  await context.close()
})
