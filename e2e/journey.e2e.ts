import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestByParent } from '@send/shared/forms/library/request-by-parent'
import { buildSamplePeople } from '@send/server/administration/sample-people'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { listQuestions } from '@send/shared/forms/form-definition'
import { addDays, formatDate } from '@send/shared/values/plain-date'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { buildWholeForm, openFormBuilder, publish } from './builder-steps.ts'
import { approveIncoming, matchInSuspense, openChronologyForm } from './casework-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { openBrowser } from './open-browser.ts'
import {
  fillPage,
  fillRequestForm,
  registerParent,
  sendForm,
  signInParent,
  startForm,
  type ChildTyped,
} from './portal-steps.ts'
import { nextTotpCode } from './totp.ts'

const title = 'Ask for an EHC needs assessment'

let stack: Installation
let browser: Browser
let client: Client

beforeAll(async () => {
  stack = await startInstallation()
  browser = await openBrowser()
  client = await launchClient(stack.serverUrl)
})

afterAll(async () => {
  await closeClient(client)
  await browser?.close()
  await stack?.stop()
})

test('an officer’s form is published, filled in over two sittings, matched, approved, and the family sees when we decide', async () => {
  const officer = sampleStaff[0]
  if (!officer) throw new Error('the sample authority has staff')
  const known = getKnownChild()
  const { window } = client

  await expectAccessibleWindow(window)
  await signInStaff(window, officer)
  await expectAccessibleWindow(window)
  await openFormBuilder(window)
  const accessList = { entries: [] }
  const named = { en: title, cy: requestByParent.title.cy ?? '' }
  const definition = { ...requestByParent, accessList, code: 'EHC-ASK', title: named }
  expect(listQuestions(definition)).toHaveLength(30)
  await buildWholeForm(window, definition, ['SEND officers', 'Managers and auditors'])
  await expectAccessibleWindow(window)
  await expectAccessiblePreview(window)
  await publish(window, title)

  const { page, context, reference } = await sendInTwoSittings(known.typed)

  await matchInSuspense(window, { childName: known.name, personName: known.name })
  await expectAccessibleWindow(window)
  await approveIncoming(window, reference)
  await expectAccessibleWindow(window)
  await openChronologyForm(window, known.name, reference)
  await window.getByText('Reading, and noise in class.').first().waitFor()
  await expectAccessibleWindow(window)
  await expectFileToOpen(window)

  await page.getByRole('link', { name: 'See how it is going' }).click()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
  await page
    .getByText(formatDate(addDays(today, 42)))
    .first()
    .waitFor()
  expect(await page.locator('main').innerText()).toContain(reference)
  await context.close()
})

type Sent = { page: Page; context: BrowserContext; reference: string }

/** A parent begins the form, stops on its third page, and finishes it later in another browser. */
async function sendInTwoSittings(child: ChildTyped): Promise<Sent> {
  const report = path.join(stack.folder, 'report.pdf')
  await writeFile(report, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const answers = { child, longText: 'Reading, and noise in class.', file: report }

  const first = await browser.newContext({ baseURL: stack.citizenOrigin })
  const begun = await first.newPage()
  const parent = await registerParent(begun, stack.mailFolder, {
    name: 'Nadia Khan',
    email: 'nadia.khan@example.com',
    password: 'violet harbour tuesday lamp',
  })
  await startForm(begun, title)
  for (const name of ['Save and continue', 'Save and continue', 'Save and come back later']) {
    await fillPage(begun, answers)
    await begun.getByRole('button', { name, exact: true }).click()
  }
  await begun.getByText('Your answers are saved').waitFor()
  await begun.getByRole('button', { name: 'Sign out' }).click()
  await begun.goto('/')
  await begun.getByRole('link', { name: 'Create an account' }).waitFor()
  await first.close()

  const context = await browser.newContext({ baseURL: stack.citizenOrigin })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await signInParent(page, parent, await nextTotpCode(parent.totpSecret))
  await page.getByRole('heading', { name: `Hello, ${parent.name}` }).waitFor()
  await page.getByRole('link', { name: title, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page
    .getByRole('button', { name: 'Continue' })
    .or(page.getByRole('link', { name: 'Continue' }))
    .click()
  await page.getByRole('heading', { level: 1, name: 'Needs' }).waitFor()
  await fillRequestForm(page, answers)
  return { page, context, reference: await sendForm(page) }
}

/** The file that came with the form opens in a window of its own; where nothing scans it stays closed and says so. */
async function expectFileToOpen(window: Page): Promise<void> {
  if (!stack.hasScanner) {
    await window.getByText('Not scanned for viruses').waitFor()
    expect(await window.getByRole('button', { name: 'Open report.pdf' }).count()).toBe(0)
    return
  }
  const countWindows = () =>
    client.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(await countWindows()).toBe(1)
  await window.getByRole('button', { name: 'Open report.pdf' }).click()
  await expect.poll(countWindows).toBe(2)
}

/** A child of the sample authority whom nobody shares name and birthday with, as a parent would type it. */
function getKnownChild(): { name: string; typed: ChildTyped } {
  const child = buildSamplePeople(new Date()).people.find(
    (person) => person.upn && person.dateOfBirth && person.sex,
  )
  if (!child) throw new Error('the sample authority has children')
  const { givenNames, familyName, dateOfBirth, sex, postcode, upn } = child
  const [year = '', month = '', day = ''] = (dateOfBirth ?? '').split('-')
  const typed = { givenNames, familyName, day, month, year, postcode: postcode ?? '', upn: upn ?? '' }
  return { name: `${givenNames} ${familyName}`, typed: { ...typed, sex: sex === 'male' ? 'Male' : 'Female' } }
}
