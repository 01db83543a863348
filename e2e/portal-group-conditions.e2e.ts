import type { Condition } from '@send/shared/forms/conditions/condition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId, newQuestionId } from '@send/shared/values/ids'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessiblePage } from './axe-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { fillPage, registerParent, sendForm, startForm } from './portal-steps.ts'
import { publishForm } from './publish-sample-form.ts'

const child = { givenNames: 'Amira', familyName: 'Khan', day: '3', month: '4', year: '2018' }
const title = 'About the family'

/** Brothers and sisters, each asked after a school only where it goes to one, and a choice that follows from another. */
function buildFamilyForm(): FormDefinition {
  const of = (questionId: string) => ({ from: 'answer', questionId }) as const
  const attends = buildQuestion('yesNo', { wording: { en: 'Do they go to school?' } })
  const goes: Condition = { kind: 'equals', of: of(attends.id), value: 'yes' }
  const schoolId = newQuestionId()
  const notHome: Condition = { kind: 'equals', of: of(schoolId), value: 'Home' }
  const school = buildQuestion('shortText', {
    id: schoolId,
    wording: { en: 'Which school is it?' },
    showIf: goes,
    rules: [
      {
        id: newId(),
        must: { kind: 'none', conditions: [notHome] },
        message: { en: 'Give the name of a school, not “Home”.' },
      },
    ],
  })
  const place = buildQuestion('singleChoice', {
    wording: { en: 'Where do they need help?' },
    required: false,
    options: [
      { value: 'home', label: { en: 'At home' } },
      { value: 'class', label: { en: 'In class' }, showIf: goes },
    ],
  })
  const name = buildQuestion('shortText', { wording: { en: 'Name' } })
  const siblings = buildQuestion('group', {
    wording: { en: 'Brothers and sisters' },
    min: 2,
    max: 4,
    questions: [name, attends, school, place],
  })
  const pet = buildQuestion('yesNo', { wording: { en: 'Is there a pet?' } })
  const kind = buildQuestion('multipleChoice', {
    wording: { en: 'What lives with you?' },
    required: false,
    none: undefined,
    options: [
      { value: 'people', label: { en: 'Grandparents' } },
      {
        value: 'pet',
        label: { en: 'A pet' },
        showIf: { kind: 'equals', of: of(pet.id), value: 'yes' },
      },
    ],
  })
  return buildForm({
    code: `FAMILY-${String(Date.now()).slice(-8)}`,
    title: { en: title },
    pages: [
      buildPage([buildQuestion('childDetails')]),
      buildPage([siblings, pet, kind], { title: { en: 'The family' } }),
    ],
  })
}

let stack: Installation
let browser: Browser

beforeAll(async () => {
  stack = await startInstallation()
  await publishForm(stack.serverUrl, buildFamilyForm())
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

const itemOf = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: `Brother or sister ${number}`, exact: true })
const school = (item: Locator) => item.getByLabel('Which school is it?')
const inClass = (item: Locator) => item.getByLabel('In class')
const attends = (item: Locator, answer: 'Yes' | 'No') =>
  item.getByRole('group', { name: 'Do they go to school?' }).getByLabel(answer).check()

describe.each([
  ['an old phone with scripts', true, 320],
  ['a browser without scripts', false, 1280],
])('%s', (_what, javaScriptEnabled, width) => {
  test('asks each item of a group by itself, keeps what is hidden there, and sends only what was asked', async () => {
    const viewport = { width, height: 800 }
    const context = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled, viewport })
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      // A page that is shown again with its problems says so in its status.
      if (message.type() === 'error' && !message.text().includes('422')) refused.push(message.text())
    })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await registerParent(page, stack.mailFolder, {
      name: 'Sam Khan',
      email: `group-conditions-${width}@example.com`,
      password: 'violet harbour tuesday lamp',
    })
    await startForm(page, title)
    await fillPage(page, { child })
    await press('Save and continue')

    const [first, second] = [itemOf(page, 1), itemOf(page, 2)]
    await first.getByLabel('Name').fill('Bilal')
    await second.getByLabel('Name').fill('Dina')
    expect(await school(first).isVisible()).toBe(false)
    await attends(first, 'Yes')
    await attends(second, 'No')
    const pet = page.getByRole('group', { name: 'Is there a pet?' })
    await pet.getByLabel('Yes').check()
    if (javaScriptEnabled) {
      await expect.poll(() => school(first).isVisible()).toBe(true)
      await inClass(first).check()
      await page.getByLabel('A pet').check()
    } else {
      await press('Save and continue')
      await page.getByText('there are more questions on this page').waitFor()
      expect(page.url()).toContain('#q_')
      expect(await page.getByRole('heading', { name: 'There is a problem' }).count()).toBe(0)
    }
    expect(await school(second).isVisible()).toBe(false)
    expect(await inClass(second).isVisible()).toBe(false)
    expect(await inClass(first).isVisible()).toBe(true)
    expect(await page.getByLabel('A pet').isVisible()).toBe(true)
    if (javaScriptEnabled) await expectAccessiblePage(page)
    await keepPicture(page, `group-conditions-asked-${width}`)

    await press('Save and continue')
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: 'Brother or sister 1: Answer “Which school is it?”' }).click()
    const focused = () =>
      page.evaluate<string>('document.getElementById(document.activeElement?.id ?? "")?.name ?? ""')
    await expect.poll(focused).toBe(await school(first).getAttribute('name'))
    await school(first).fill('Home')
    await press('Save and continue')
    await summary.getByText('Brother or sister 1: Give the name of a school, not “Home”.').waitFor()
    await keepPicture(page, `group-conditions-refused-${width}`)
    if (javaScriptEnabled) await expectAccessiblePage(page)
    await school(first).fill('Elm Primary School')
    await press('Save and continue')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await page.getByText('Elm Primary School').waitFor()

    // What is hidden is kept, and is neither read nor sent.
    await page.getByRole('link', { name: /^Change.*Brothers and sisters/ }).click()
    await attends(first, 'No')
    await press('Save and continue')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    expect(await page.getByText('Elm Primary School').count()).toBe(0)
    expect(await page.getByText('Which school is it?').count()).toBe(0)
    await page.getByRole('link', { name: /^Change.*Brothers and sisters/ }).click()
    await attends(first, 'Yes')
    if (!javaScriptEnabled) await press('Save and continue')
    await expect.poll(() => school(first).inputValue()).toBe('Elm Primary School')
    await expect.poll(() => school(first).isVisible()).toBe(true)
    await attends(first, 'No')
    await press('Save and continue')
    expect(await sendForm(page)).toMatch(/^REQ-\d{4,}$/)
    await page.getByRole('link', { name: 'View and print what you sent' }).click()
    await page.getByText('Bilal').waitFor()
    expect(await page.getByText('Elm Primary School').count()).toBe(0)
    await keepPicture(page, `group-conditions-sent-${width}`)
    expect(refused).toEqual([])
    await context.close()
  })
})
