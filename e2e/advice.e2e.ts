import { readdir } from 'node:fs/promises'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { openAdministration } from './access-steps.ts'
import {
  bounceFirstMail,
  buildAdviceForm,
  givePassword,
  makeOverdue,
  openSignedIn,
  prepareSchool,
  school,
  type Cast,
} from './advice-steps.ts'
import { expectAccessiblePage, expectAccessibleWindow } from './axe-steps.ts'
import { openPerson } from './casework-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { tabAndEnter } from './keyboard-steps.ts'
import { openBrowser } from './open-browser.ts'
import { findMail } from './portal-steps.ts'
import { openPortalUsers } from './portal-users-steps.ts'
import { publishForms } from './publish-sample-form.ts'

const [first, second] = ['2 March 2015', '19 August 2017']

const list = `given_names,family_name,date_of_birth,class
Dryw,Aderyn,03/02/2015,3B
Cai,Aderyn,31/02/2011,3B
Siân Gwenllian,Aderyn-Abercrombie-Featherstonehaugh,2016-09-01,3B
`

let stack: Installation
let browser: Browser
let client: Client
let cast: Cast
/** With scripts, for looking at a page: an accessibility check needs them. */
let looking: Page

beforeAll(async () => {
  stack = await startInstallation()
  await publishForms(stack.serverUrl, [buildAdviceForm()])
  cast = await prepareSchool(stack)
  browser = await openBrowser()
  client = await launchClient(stack.serverUrl)
})

afterAll(async () => {
  await closeClient(client)
  await browser?.close()
  await stack?.stop()
})

/** No violation of axe and nothing wider than the window, on a phone and on a desk, in both languages. */
async function look(session: Cast['lead'], address: string, name: string): Promise<void> {
  looking ??= await openSignedIn(browser, stack, session)
  await lookAt(looking, address, name)
}

async function lookAt(page: Page, address: string, name: string): Promise<void> {
  for (const language of ['cy', 'en']) {
    await page.goto(`/language/${language}?returnTo=${encodeURIComponent(address)}`)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await expectAccessiblePage(page)
      await keepPicture(page, `advice-${name}-${language}-${width}`)
    }
  }
}

async function lookAtWindow(name: string): Promise<void> {
  await expectAccessibleWindow(client.window)
  await keepPicture(client.window, `advice-client-${name}`)
}

/** Opens the requests of one of the two children of the same name, by the date of birth in the row. */
async function openRequests(window: Page, born: string): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'People' }).first().click()
  await window.getByRole('searchbox', { name: /^Search by any part/ }).fill('Quillfeather')
  const row = window.getByRole('table', { name: 'People found' }).getByRole('row').filter({ hasText: born })
  await row.getByRole('button').click()
  await window.getByRole('button', { name: 'Requests for advice' }).click()
  await window.getByRole('heading', { name: 'Requests for advice' }).waitFor()
}

async function askSchool(window: Page): Promise<void> {
  await window.keyboard.press('n')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('searchbox').fill('elm grove')
  await dialog.getByRole('radio', { name: new RegExp(school) }).check()
  await dialog
    .getByRole('combobox', { name: 'On which form' })
    .selectOption({ label: 'Educational advice (ADVICE)' })
  await dialog.getByRole('button', { name: 'Ask for advice' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await window.getByRole('cell', { name: school }).first().waitFor()
}

test('an officer asks a school for advice in the client, by keyboard, due in six weeks', async () => {
  const { window } = client
  const [officer] = sampleStaff
  if (!officer) throw new Error('the sample authority has staff')
  await signInStaff(window, officer)
  await openRequests(window, '2 Mar 2015')
  await window.getByText('Nobody has been asked for advice').waitFor()
  await lookAtWindow('empty')
  await window.keyboard.press('n')
  const dialog = window.getByRole('dialog')
  await dialog.getByText(/an organisation, a form/).waitFor()
  await lookAtWindow('ask-missing')
  await dialog.getByRole('searchbox').fill('no such place')
  await dialog.getByText('No open organisation is called that.').waitFor()
  await dialog.getByRole('searchbox').fill('elm grove')
  await dialog.getByRole('radio', { name: new RegExp(school) }).check()
  const named = dialog.getByRole('combobox', { name: 'To whom' })
  expect(await named.innerText()).not.toContain('Una Unverified')
  await dialog
    .getByRole('combobox', { name: 'On which form' })
    .selectOption({ label: 'Educational advice (ADVICE)' })
  await dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('How does she manage at lunch time?')
  await lookAtWindow('ask')
  await dialog.getByRole('button', { name: 'Ask for advice' }).click()
  await window.getByText(`${school} was asked for advice.`).waitFor()
  await window.getByText('in 42 days').waitFor()
  await window.getByText('nobody has taken it yet').waitFor()
  await findMail(stack.mailFolder, cast.lead.email, /asks your organisation for advice/)
  await openRequests(window, '19 Aug 2017')
  await askSchool(window)
  await openPerson(window, 'Tomos Wrenfield')
  await window.getByRole('button', { name: 'Requests for advice' }).click()
  await askSchool(window)
  await makeOverdue(stack, '2017-08-19', 2)
  await openRequests(window, '19 Aug 2017')
  await window.getByText('Overdue by 2 days').waitFor()
  await window.getByText('1 overdue').waitFor()
  await lookAtWindow('overdue')
}, 180_000)

test('an officer sees that the school was never told, and sends the e-mail again by keyboard', async () => {
  const { window } = client
  await bounceFirstMail(stack, cast.lead)
  await openRequests(window, '2 Mar 2015')
  await window.getByText(/The e-mail to Lena Lead did not arrive, .+ The mailbox does not exist/).waitFor()
  await lookAtWindow('not-reached')
  await openAdministration(window, 'Undelivered e-mails')
  await window.getByRole('row').filter({ hasText: 'Lena Lead' }).waitFor()
  await window.keyboard.press('j')
  await window.getByRole('region', { name: 'Lena Lead' }).getByText('Ring them').waitFor()
  await lookAtWindow('mails')
  await window.keyboard.press('d')
  await window.getByRole('dialog').getByLabel('What was done').waitFor()
  await keepPicture(window, 'advice-client-mails-deal')
  await window.keyboard.press('Escape')
  await window.keyboard.press('s')
  await window.getByRole('dialog').getByText('the address that did not work the last time').waitFor()
  await lookAtWindow('mails-again')
  const before = (await readdir(stack.mailFolder)).length
  await window.keyboard.press('Enter')
  await window.getByText(`The e-mail is on its way to ${cast.lead.email}`).waitFor()
  await expect.poll(async () => (await readdir(stack.mailFolder)).length).toBe(before + 1)
  await window.getByText('Every e-mail has arrived, as far as we know').waitFor()
  await keepPicture(window, 'advice-client-mails-empty')
  await window.getByLabel('Show').selectOption('dealtWith')
  await window.getByRole('row').filter({ hasText: 'Lena Lead' }).waitFor()
  await window.keyboard.press('j')
  await window.getByText(/Jo Carter, /).waitFor()
  await keepPicture(window, 'advice-client-mails-dealt-with')
}, 120_000)

test('an officer who is asked on the telephone sees the requests that the school sees', async () => {
  const { window } = client
  await openPortalUsers(window, 'Users')
  await window.keyboard.press('/')
  await window.keyboard.press('Control+a')
  await window.keyboard.type(cast.lead.email)
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: 'View as' }).press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('She rang and finds no request')
  await dialog.getByRole('button', { name: 'Look' }).click()
  const seen = window.getByRole('region', { name: /^Read only: what Lena Lead sees/ })
  await seen
    .getByText(/due .*, not started, with nobody yet/)
    .first()
    .waitFor()
  await lookAtWindow('view-as')
  await window.keyboard.press('Escape')
})

test('a lead finds what is due on top, tells two children of one name apart, and passes a request to a colleague', async () => {
  const page = await openSignedIn(browser, stack, cast.lead, { javaScriptEnabled: false, width: 320 })
  await page.goto('/')
  const due = page.getByRole('region', { name: 'What needs doing now' })
  await due.getByText('Overdue', { exact: true }).waitFor()
  const headings = await due.getByRole('heading', { level: 3 }).allInnerTexts()
  expect(headings).toEqual([
    `Seren Quillfeather, born ${second}`,
    `Seren Quillfeather, born ${first}`,
    'Tomos Wrenfield',
  ])
  expect(await due.getByRole('listitem').first().innerText()).toContain('2 days overdue')
  await look(cast.lead, '/', 'home')
  await due.getByRole('heading', { name: first }).locator('..').getByRole('link').click()
  await page.getByText('How does she manage at lunch time?').waitFor()
  await page.getByText('(due in 42 days)').waitFor()
  const address = new URL(page.url()).pathname
  await look(cast.lead, address, 'request')
  await tabAndEnter(page, /^Pass it to a colleague$/)
  await page.getByRole('heading', { name: 'Pass the request to a colleague' }).waitFor()
  expect(await page.getByRole('radio').count()).toBe(1)
  await page.getByRole('button', { name: 'Pass it on' }).click()
  await page.getByRole('link', { name: 'Choose a colleague' }).waitFor()
  await keepPicture(page, 'advice-colleague-error')
  await look(cast.lead, `${address}/colleague`, 'colleague')
  await page.getByLabel('Max Member').check()
  await page.getByRole('button', { name: 'Pass it on' }).click()
  await page.getByText('You passed the request to your colleague').waitFor()
  await keepPicture(page, 'advice-passed')
  await findMail(stack.mailFolder, cast.member.email, /a colleague has passed you/)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('You work on the request again').waitFor()
  await page.getByRole('link', { name: 'Pass it to a colleague' }).click()
  await page.getByLabel('Max Member').check()
  await page.getByRole('button', { name: 'Pass it on' }).click()
  await page.getByText('You passed the request to your colleague').waitFor()
  await look(cast.lead, address, 'held-by-colleague')
  await page.goto('/')
  expect(await page.getByRole('region', { name: 'What needs doing now' }).getByText(first).count()).toBe(0)
  await page.context().close()
}, 180_000)

test('the colleague answers on the form without scripts, and confirms who the child is', async () => {
  const page = await openSignedIn(browser, stack, cast.member, { javaScriptEnabled: false })
  await page.goto('/')
  await page
    .getByRole('region', { name: 'What needs doing now' })
    .getByRole('heading', { name: first })
    .locator('..')
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Begin the form' }).click()
  await page.getByRole('heading', { name: 'Educational advice' }).waitFor()
  await page.getByRole('link', { name: 'The child' }).click()
  await page.getByText('From our request to you').waitFor()
  expect(await page.getByLabel('Family name').inputValue()).toBe('')
  await page.getByRole('button', { name: 'Use this answer for: Who is the child?' }).click()
  await page.getByText('Used from our request to you.').waitFor()
  expect(await page.getByLabel('Family name').inputValue()).toBe('Quillfeather')
  expect(await page.getByLabel('Year').inputValue()).toBe('2015')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.goto('/')
  await page
    .getByRole('link', { name: /Advice about Seren/ })
    .first()
    .waitFor()
  expect(await page.getByRole('region', { name: 'Forms in progress' }).count()).toBe(0)
  const member = await openSignedIn(browser, stack, cast.member)
  await lookAt(member, '/', 'home-in-progress')
  await page
    .getByRole('region', { name: 'What needs doing now' })
    .getByRole('heading', { name: first })
    .locator('..')
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Continue the form' }).click()
  await page.getByRole('link', { name: 'Your advice' }).click()
  await page.getByLabel('What helps the child?').fill('A quiet corner at lunch time.')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Agree and send' }).click()
  await page
    .getByText(/INF-\d+/)
    .first()
    .waitFor()
  await page.goto('/caseload?view=recent')
  await page.getByText('Answered').first().waitFor()
  await lookAt(member, '/', 'home-sent')
  for (const [region, born] of [
    ['What needs doing now', second],
    ['Forms sent', first],
  ] as const)
    await member
      .getByRole('region', { name: region })
      .getByRole('heading', { name: `Seren Quillfeather, born ${born}` })
      .waitFor()
  await member.context().close()
  await page.context().close()
}, 180_000)

test('that the child is not known is answered with what was checked', async () => {
  const page = await openSignedIn(browser, stack, cast.lead, { javaScriptEnabled: false, width: 320 })
  await page.goto('/')
  await page.getByRole('link', { name: 'Advice about Seren Quillfeather' }).click()
  const address = new URL(page.url()).pathname
  await look(cast.lead, address, 'request-overdue')
  await page.getByRole('link', { name: 'We do not know this child' }).click()
  await page.getByRole('button', { name: 'Send this answer' }).click()
  await page.getByRole('link', { name: /Enter what you checked/ }).waitFor()
  await keepPicture(page, 'advice-not-known-error')
  await look(cast.lead, `${address}/not-known`, 'not-known')
  await page
    .getByLabel('What did you check?')
    .fill('The register and the archive, as Quillfeather and as Quill, since 2015.')
  await page.getByRole('button', { name: 'Send this answer' }).click()
  await page.getByText('We have your answer').waitFor()
  await page.getByText('as Quillfeather and as Quill').waitFor()
  await look(cast.lead, address, 'not-known-answered')
  await page.context().close()
}, 120_000)

test('a school adds several children by a list, without scripts, and reads line by line what will be added', async () => {
  const page = await openSignedIn(browser, stack, cast.lead, { javaScriptEnabled: false, width: 320 })
  await page.goto('/children')
  await page.getByRole('link', { name: 'Add several children by a list' }).click()
  await page.getByText('up to 500 children and 256 KB').waitFor()
  await page.getByRole('button', { name: 'Check the list' }).click()
  await page.getByRole('link', { name: 'Choose a file, or paste a list' }).waitFor()
  await keepPicture(page, 'add-several-error')
  await page
    .getByLabel('Choose a CSV file')
    .setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await tabAndEnter(page, /^Check the list$/)
  await page.getByRole('heading', { name: '1 line cannot be added' }).waitFor()
  await page.getByText('date_of_birth is not a real date').waitFor()
  await page.getByText('Dryw Aderyn, born 3 February 2015').waitFor()
  await page.getByRole('heading', { name: '2 children will be added' }).waitFor()
  expect(page.url()).not.toMatch(/Dryw|Aderyn/)
  await keepPicture(page, 'add-several-check')
  await givePassword(stack, cast.lead, 'violet harbour tuesday lamp')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Add 2 children' }).click()
  await page.getByLabel('Email address').fill(cast.lead.email)
  await page.getByLabel('Password', { exact: true }).fill('violet harbour tuesday lamp')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const code = await findMail(stack.mailFolder, cast.lead.email, /\b\d{6}\b/)
  await page.getByRole('textbox', { name: 'Code' }).fill(code[0])
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('your list is still here').waitFor()
  await keepPicture(page, 'add-several-kept')
  await page.getByRole('button', { name: 'Check the list' }).click()
  await page.getByRole('button', { name: 'Add 2 children' }).click()
  await page.getByText('2 children were added.').waitFor()
  await page
    .getByText(/Added on .+ by Lena Lead/)
    .first()
    .waitFor()
  await page.reload()
  looking ??= await openSignedIn(browser, stack, cast.lead)
  await looking.goto('/language/cy?returnTo=/children/add-several')
  await looking.setViewportSize({ width: 320, height: 900 })
  await expectAccessiblePage(looking)
  await keepPicture(looking, 'add-several-cy')
  await looking.getByLabel('Neu gludwch y rhestr').fill(`${list}Newydd,Aderyn,2015-02-03,3B\n`)
  await looking.getByRole('button', { name: 'Gwirio’r rhestr' }).click()
  await looking.getByRole('heading', { name: 'Mae 2 o blant ar eich rhestrau eich hun yn barod' }).waitFor()
  await expectAccessiblePage(looking)
  await keepPicture(looking, 'add-several-check-cy')
  await looking.goto('/language/en?returnTo=/')
  const { window } = client
  await window.getByRole('navigation').getByRole('button', { name: 'Suspense' }).first().click()
  await window.getByRole('row').filter({ hasText: 'Dryw' }).getByRole('button').first().click()
  await window.getByText(`Added by Lena Lead from a list of ${school}`).waitFor()
  await keepPicture(window, 'add-several-suspense')
  await page.context().close()
}, 120_000)

test('the caseload is filtered by name and state, and a child is hidden and shown again, without scripts and names in addresses', async () => {
  const page = await openSignedIn(browser, stack, cast.lead, { javaScriptEnabled: false, width: 320 })
  await page.goto('/')
  await page.getByRole('link', { name: 'Your caseload' }).click()
  await page.getByText('3 children').waitFor()
  await look(cast.lead, '/caseload', 'caseload')
  await page.getByLabel('Part of the name').fill('wren')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('1 child', { exact: true }).waitFor()
  expect(page.url()).not.toMatch(/wren/i)
  await keepPicture(page, 'advice-caseload-filtered')
  await page.getByLabel('State').selectOption({ label: 'Answered' })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('No child on this list matches').waitFor()
  await keepPicture(page, 'advice-caseload-none')
  await page.getByRole('link', { name: 'Show all' }).click()
  await tabAndEnter(page, /^Hide\s+– Tomos Wrenfield$/)
  await page.getByText('The child is off your list').waitFor()
  await page.getByText('2 children').waitFor()
  await look(cast.lead, '/caseload?view=hidden', 'caseload-hidden')
  await page.getByRole('link', { name: 'Hidden (1)' }).click()
  await page.getByRole('button', { name: /^Show again/ }).click()
  await page.getByText('You have hidden nobody.').waitFor()
  await look(cast.lead, '/caseload?view=recent', 'caseload-recent')
  await page.context().close()
}, 120_000)

test('the officer sees the answers, and a withdrawn request is gone for the school at once', async () => {
  const { window } = client
  await openRequests(window, '2 Mar 2015')
  await window.getByText('Answered', { exact: true }).waitFor()
  await window.getByText(/Form INF-\d+, sent/).waitFor()
  await lookAtWindow('answered')
  await openRequests(window, '19 Aug 2017')
  await window.getByText('Child not known').waitFor()
  await window.getByText('as Quillfeather and as Quill').waitFor()
  await lookAtWindow('not-known')
  const page = await openSignedIn(browser, stack, cast.lead, { javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: 'Advice about Tomos Wrenfield' }).click()
  await page.getByRole('button', { name: 'Begin the form' }).click()
  await page.getByRole('heading', { name: 'Educational advice' }).waitFor()
  await openPerson(window, 'Tomos Wrenfield')
  await window.getByRole('button', { name: 'Requests for advice' }).click()
  await window.getByRole('button', { name: `Withdraw the request to ${school}` }).click()
  await window.getByText(/Lena Lead has begun the form/).waitFor()
  await lookAtWindow('withdraw')
  await window.getByRole('textbox', { name: 'Reason' }).fill('The family has moved away')
  await window.keyboard.press('Enter')
  await window.getByText(`The request to ${school} was withdrawn.`).waitFor()
  await window.getByText(/Withdrawn by Jo Carter/).waitFor()
  await lookAtWindow('withdrawn')
  await page.reload()
  await page.getByRole('heading', { name: 'Page not found' }).waitFor()
  await page.goto('/')
  expect(await page.getByText('Wrenfield').count()).toBe(0)
  await findMail(stack.mailFolder, cast.lead.email, /no longer needs advice/)
  await page.context().close()
}, 120_000)
