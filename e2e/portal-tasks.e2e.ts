import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { buildStaffSession } from '@send/server/testing/build-sessions'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newId, newPageId, newQuestionId } from '@send/shared/values/ids'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPerson } from '../scripts/campaigns/ground/person.ts'
import { expectAccessiblePage } from './axe-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { answerByEarlierForm, buildLetterForm } from './letter-form.ts'
import { openBrowser } from './open-browser.ts'
import { pictureOnFailure } from './picture-failures.ts'
import { press, typeChild } from './portal-bad-input-steps.ts'
import { registerParent, sendForm } from './portal-steps.ts'
import { publishForms } from './publish-sample-form.ts'

const title = 'Request as a list of tasks'

let stack: Installation
let browser: Browser

beforeAll(async () => {
  stack = await startInstallation()
  const tasks = buildTaskForm()
  await publishForms(stack.serverUrl, [tasks, buildLetterForm(tasks, 'Anything else?')])
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})

/** The requests of somebody who may match. */
async function signInOfficer(at: Installation) {
  const { database, close } = openDatabase(at.ownerUrl, { connections: 1 })
  const target = { ownerDatabase: database, clock: systemClock }
  const session = await buildStaffSession(target, ['matching'], { name: 'Jo Carter' })
  await close()
  return createPerson(at, session, 'Jo Carter').api
}

function asked(en: string, required = true) {
  return { id: newQuestionId(), wording: { en }, required }
}

/** Five pages as tasks: the third is asked only of who goes to school, the last two may stay empty. */
function buildTaskForm(): FormDefinition {
  const goes = { ...asked('Is the child in school now?'), type: 'yesNo' as const }
  const page = (en: string, questions: FormDefinition['pages'][number]['questions']) => ({
    id: newPageId(),
    title: { en },
    questions,
  })
  return {
    code: `TASKS-${String(Date.now()).slice(-8)}`,
    title: { en: title },
    englishOnly: 'Its readers are tests.',
    audience: 'parents',
    purpose: 'information',
    flow: 'taskList',
    accessList: { entries: [] },
    pages: [
      page('The child', [{ ...asked('Who is the child?'), type: 'childDetails' }]),
      page('Going to school', [goes]),
      {
        ...page('The school', [
          { ...asked('Which school?'), type: 'shortText', maxLength: 100 },
          { ...asked('What is hard there?'), type: 'longText', maxLength: 1000 },
        ]),
        showIf: { kind: 'equals', of: { from: 'answer', questionId: goes.id }, value: 'yes' },
      },
      page('Letters', [
        { ...asked('Reports', false), type: 'file', maxFiles: 2, maxBytes: 1024, types: ['pdf'] },
      ]),
      page('Anything else', [{ ...asked('Anything else?', false), type: 'longText', maxLength: 1000 }]),
    ],
  }
}

/** What the list says of every part, from the first to sending. */
async function listed(page: Page): Promise<string[]> {
  const items = await page.locator('.govuk-task-list__item').all()
  return Promise.all(
    items.map(async (item) => {
      const name = await item.locator('.govuk-task-list__name-and-hint > :first-child').innerText()
      const status = await item.locator('.govuk-task-list__status').innerText()
      return `${name}: ${status}${(await item.getByRole('link').count()) === 0 ? ' (no link)' : ''}`
    }),
  )
}

const send = 'Check your answers and send'

describe.each([
  ['an old phone with scripts', true, 320],
  ['a browser without scripts', false, 1280],
])('%s', (_what, javaScriptEnabled, width) => {
  test('the parts of a form are done in any order, going back keeps what was typed, and the next form offers what was sent', async () => {
    const viewport = { width, height: 800 }
    const context = await browser.newContext({ baseURL: stack.citizenOrigin, javaScriptEnabled, viewport })
    const page = await context.newPage()
    pictureOnFailure(page)
    const look = () => (javaScriptEnabled ? expectAccessiblePage(page) : Promise.resolve())
    const open = (name: string) => page.getByRole('link', { name, exact: true }).click()
    const expectListed = (lines: string[]) => expect.poll(() => listed(page)).toEqual(lines)
    const who = {
      name: 'Sam Khan',
      email: `sam-${width}@example.com`,
      password: 'violet harbour tuesday lamp',
    }
    await registerParent(page, stack.mailFolder, who)

    await page.goto('/')
    await page.getByRole('link', { name: title, exact: true }).last().click()
    await press(page, 'Start now')
    await page.getByText('You have completed 0 of 5 parts.').waitFor()
    await look()
    await expectListed([
      'The child: Not started',
      'Going to school: Not started',
      'The school: Cannot start yet (no link)',
      'Letters: Not started',
      'Anything else: Not started',
      `${send}: Cannot start yet (no link)`,
    ])

    await open('Going to school')
    await page.getByLabel('Yes', { exact: true }).check()
    await press(page, /^Back$/)
    await page.getByText('You have completed 1 of 5 parts.').waitFor()
    await open('The school')
    await page.getByLabel('Which school?').fill('Elm Primary School')
    await press(page, /^Back$/)
    await expectListed([
      'The child: Not started',
      'Going to school: Completed',
      'The school: In progress',
      'Letters: Not started',
      'Anything else: Not started',
      `${send}: Cannot start yet (no link)`,
    ])
    await look()
    await keepPicture(page, `portal-task-list-${width}`)

    await open('The school')
    expect(await page.getByLabel('Which school?').inputValue()).toBe('Elm Primary School')
    // The Enter key saves and goes on, and does not go back.
    await page.getByLabel('Which school?').press('Enter')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page.getByLabel('What is hard there?').fill('The noise.')
    await press(page, 'Save and continue')
    await open('The child')
    await typeChild(page)
    await press(page, 'Save and continue')
    await open('Anything else')
    await page.getByLabel('Anything else?').fill('She loves lifts.')
    await press(page, 'Save and continue')
    await expectListed([
      'The child: Completed',
      'Going to school: Completed',
      'The school: Completed',
      'Letters: Not started',
      'Anything else: Completed',
      `${send}: Not started`,
    ])

    await open('Going to school')
    await page.getByLabel('No', { exact: true }).check()
    await press(page, 'Save and continue')
    await page.getByText('You have completed 3 of 4 parts.').waitFor()
    await open(send)
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await look()
    await page.getByRole('link', { name: 'Back', exact: true }).click()
    await open(send)
    const reference = await sendForm(page)
    expect(reference).not.toBe('')

    const said = { earlier: title, said: 'She loves lifts.' }
    await answerByEarlierForm(page, { ...said, look, picture: `portal-tell-us-once-${width}` })

    // The authority asks about it; the sender answers on the form, in either language.
    const officer = await signInOfficer(stack)
    const findWaiting = async () =>
      (await officer.suspense.list.query({})).items.find((item) => item.reference === reference)
    // The job that puts the child into suspense comes after the receipt.
    await expect.poll(findWaiting).toBeDefined()
    const { incomingChildId = '', version = 0 } = (await findWaiting()) ?? {}
    const decision = () => ({ idempotencyKey: newId(), incomingChildId })
    const question = 'Which school?\nAnd since when?'
    await officer.suspense.ask.mutate({ ...decision(), version, question })
    await page.goto('/')
    await look()
    await keepPicture(page, `portal-question-task-${width}`)
    await open('We have a question about the form you sent')
    await page.getByRole('heading', { name: 'We have a question' }).waitFor()
    await press(page, 'Send your answer')
    await page.getByRole('link', { name: 'Enter your answer, in up to 2,000 characters' }).press('Enter')
    await look()
    await keepPicture(page, `portal-question-needed-${width}`)
    await page.getByRole('link', { name: 'Cymraeg' }).click()
    await page.getByRole('heading', { name: 'Mae gennym gwestiwn' }).waitFor()
    await look()
    await keepPicture(page, `portal-question-welsh-${width}`)
    await page.getByLabel('Eich ateb').fill('Elm Primary School,\nsince September')
    await page.getByRole('button', { name: 'Anfon eich ateb' }).press('Enter')
    await page.getByText('Diolch. Mae eich ateb gennym.').waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByText('You answered on').waitFor()
    await look()
    await keepPicture(page, `portal-question-answered-${width}`)
    const { questions } = await officer.suspense.get.query({ incomingChildId })
    expect(questions.map(({ answer }) => answer)).toEqual(['Elm Primary School,\nsince September'])

    // What the authority cannot go on with says so, and not why.
    const why = { reason: 'duplicate' as const, words: '' }
    const seen = await officer.suspense.get.query({ incomingChildId })
    await officer.suspense.discard.mutate({ ...decision(), version: seen.version, why })
    await page.goto('/')
    const stopped = page.getByText('We cannot go on with this form: view it to see what to do.')
    await stopped.first().waitFor()
    await look()
    await page
      .getByRole('region', { name: 'Forms sent' })
      .getByRole('link', { name: /^View/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'We cannot go on with this form' }).waitFor()
    await look()
    await keepPicture(page, `portal-stopped-${width}`)
    await context.close()
  })
})
