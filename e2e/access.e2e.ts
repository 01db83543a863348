import { AxeBuilder } from '@axe-core/playwright'
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { invitations } from '@send/server/accounts/organisations/tables'
import { secondStepPolicies } from '@send/server/accounts/second-steps/tables'
import { users } from '@send/server/accounts/tables'
import { buildSamplePeople } from '@send/server/administration/sample-people'
import { sampleStaff, type SampleStaff } from '@send/server/administration/sample-staff'
import { openDatabase } from '@send/server/database/client'
import { addDays, dateInLondon, formatDate } from '@send/shared/values/plain-date'
import { askAgain, fillInvitation, openAdministration, registerAndLoseAll } from './access-steps.ts'
import { expectAccessible } from './account-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { holdAnswers } from './hold-answers.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { findMail, registerParent, signInParent } from './portal-steps.ts'
import { openPortalUsers } from './portal-users-steps.ts'
import { nextTotpCode } from './totp.ts'

const password = 'violet harbour tuesday lamp'
/** Milliseconds. */
const [jo, sam, priya, alex, morgan] = sampleStaff
if (!jo || !sam || !priya || !alex || !morgan) throw new Error('The sample authority has no staff.')
const first = buildSamplePeople(new Date()).people.find(({ upn }) => upn)
const child = `${first?.givenNames} ${first?.familyName}`
const lastDay = addDays(dateInLondon(new Date()), 30)
const task = 'Please write down how this child speaks with others.\nTwo pages are enough.'

let stack: Installation
let browser: Browser
let client: Client

beforeAll(async () => {
  stack = await startInstallation()
  browser = await openBrowser()
  client = await launchClient(stack.serverUrl)
  client.window.setDefaultTimeout(patience)
})
// A dialog that a failed test left open must not fail the next one too.
afterEach(() => client?.window.keyboard.press('Escape'))
afterAll(async () => {
  await closeClient(client)
  await browser?.close()
  await stack?.stop()
})

async function signInAs(staff: SampleStaff): Promise<Page> {
  const { window } = client
  const signOut = window.getByRole('button', { name: 'Sign out' })
  if ((await signOut.count()) > 0) await signOut.click()
  await signInStaff(window, staff)
  return window
}

async function openPortal(face: 'citizen' | 'professional', { scripts = true, width = 320 } = {}) {
  const baseURL = face === 'citizen' ? stack.citizenOrigin : stack.professionalOrigin
  const viewport = { width, height: 800 }
  const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts, viewport })
  return context.newPage()
}

/** No finding of axe, light or dark. */
async function look(name: string): Promise<void> {
  const { window } = client
  await window.mouse.move(0, 0)
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme })
    await keepPicture(window, `desktop-${name}-${colorScheme}`)
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${name} ${colorScheme}: ${id} ${nodes[0]?.html}`)).toEqual([])
  }
}

async function lookAtPage(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  await keepPicture(page, name)
}

/** What a colleague does meanwhile. */
async function meanwhile(
  change: (database: ReturnType<typeof openDatabase>['database']) => Promise<unknown>,
): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    await change(database)
  } finally {
    await close()
  }
}

async function screenNames(window: Page): Promise<string> {
  return window.getByRole('navigation', { name: 'Screens' }).innerText()
}

test('an officer invites an expert by keyboard, who reads the task on the portal without scripts and in Welsh', async () => {
  const window = await signInAs(sam)
  const seen = await screenNames(window)
  expect(seen).toContain('Outside experts')
  expect(seen).not.toMatch(/econd steps/)
  await openAdministration(window, 'Outside experts')
  await window.getByText('No expert was invited yet').waitFor()
  await look('experts-empty')
  await window.keyboard.press('n')
  const dialog = window.getByRole('dialog')
  await dialog.getByText('Still needed: a child, an e-mail address, the task').waitFor()
  await look('experts-invite-empty')
  const invitation = { child, email: 'dr.lane@example.org', task, lastDay, reason: 'Advice on speech' }
  await fillInvitation(window, { ...invitation, lastDay: addDays(lastDay, 400) })
  await dialog.getByText('Choose a day from today on, within a year').waitFor()
  await window.keyboard.press('Enter')
  await dialog.getByText('Still needed: a last day within a year.').waitFor()
  await dialog.getByLabel('Last day of access').fill(lastDay)
  await look('experts-invite')
  await dialog.getByLabel('Reason').press('Enter')
  await window.getByText('The invitation is on its way to dr.lane@example.org').waitFor()
  await window.getByRole('region', { name: 'dr.lane@example.org' }).waitFor()
  await look('experts')

  const page = await openPortal('professional', { scripts: false, width: 1280 })
  const [link] = await findMail(stack.mailFolder, 'dr.lane@example.org', /https?:\/\/\S+\/invitations\/\S+/)
  const account = { name: 'Dr Ruth Lane', email: 'ruth@lane.example', password }
  const expert = await registerParent(page, stack.mailFolder, account)
  await page.goto(link)
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await page.getByText('with what we ask you to do').waitFor()
  await page.getByRole('link', { name: 'See what we ask you to do' }).click()
  await page.getByRole('heading', { name: child, level: 1 }).waitFor()
  await page
    .getByRole('region', { name: 'What we ask you to do' })
    .getByText('Two pages are enough.')
    .waitFor()
  await page.getByText(`until the end of ${formatDate(lastDay, 'en')}`).waitFor()

  const phone = await openPortal('professional')
  await phone.goto('/sign-in')
  await signInParent(phone, expert, await nextTotpCode(expert.totpSecret))
  const toDo = phone.getByRole('link', { name: `Expert advice about ${child}` })
  await toDo.waitFor()
  await lookAtPage(phone, 'expert-home')
  await toDo.click()
  await phone.getByText('Two pages are enough.').waitFor()
  await lookAtPage(phone, 'expert-child')
  await phone.getByRole('link', { name: 'Cymraeg' }).click()
  await phone.getByRole('heading', { name: 'Yr hyn rydym yn ei ofyn gennych' }).waitFor()
  await lookAtPage(phone, 'expert-child-welsh')
  await phone.context().close()

  await window.getByLabel('State', { exact: true }).selectOption('Active')
  await window.getByRole('button', { name: 'Dr Ruth Lane', exact: true }).click()
  await window.getByRole('button', { name: 'Withdraw' }).click()
  await look('experts-withdraw')
  await window.keyboard.press('Enter')
  await dialog.getByText('Still needed: a reason.').waitFor()
  await dialog.getByLabel('Reason').fill('The advice has come')
  await window.keyboard.press('Enter')
  await window.getByText('Dr Ruth Lane was withdrawn').waitFor()
  await window.getByText('No expert fits').waitFor()
  // Their very next request finds nothing.
  await page.reload()
  await page.getByRole('heading', { name: 'Page not found' }).waitFor()
  await page.context().close()
  await window.getByLabel('State', { exact: true }).selectOption('Withdrawn')
  await window.getByRole('button', { name: 'Dr Ruth Lane', exact: true }).click()
  await look('experts-withdrawn')
  expect(await window.getByRole('button', { name: 'Withdraw' }).count()).toBe(0)
}, 180_000)

test('an officer who withdraws what a colleague has withdrawn is told so', async () => {
  const { window } = client
  await window.getByLabel('State', { exact: true }).selectOption('Every state')
  await window.getByRole('heading', { level: 1 }).click()
  await window.keyboard.press('n')
  const email = 'second@example.org'
  await fillInvitation(window, { child, email, task: 'Advice', lastDay, reason: 'Second opinion' })
  await window.getByRole('dialog').getByRole('button', { name: 'Invite' }).click()
  await window.getByRole('region', { name: email }).waitFor()
  const withdrawnAt = new Date()
  await meanwhile((database) =>
    database.update(invitations).set({ withdrawnAt }).where(eq(invitations.email, email)),
  )
  await window.getByRole('button', { name: 'Withdraw' }).click()
  await window.getByRole('dialog').getByLabel('Reason').fill('Not needed any more')
  await window.keyboard.press('Enter')
  await window.getByText('This has ended already').waitFor()
  await signInAs(priya)
  expect(await screenNames(window)).not.toContain('Outside experts')
})

test('an administrator sees how many lost every second step, approves one, refuses one, and hears of a third that was stopped', async () => {
  const page = await openPortal('citizen')
  const people = ['Nadia Approved', 'Omar Refused', 'Pia Stopped'].map((name) => ({
    name,
    email: `${name.split(' ')[1]?.toLowerCase()}@example.com`,
    password,
  }))
  for (const who of people) {
    await registerAndLoseAll(page, stack.mailFolder, who)
    await page.context().clearCookies()
  }
  const window = await signInAs(alex)
  const navigation = window.getByRole('navigation', { name: 'Screens' })
  await navigation.getByRole('button', { name: /^Lost second steps 3/ }).waitFor()
  await openAdministration(window, 'Lost second steps')
  const dialog = window.getByRole('dialog')
  await window.getByRole('button', { name: 'Nadia Approved' }).click()
  await window.getByText('They gave the right password').waitFor()
  await look('recoveries')
  await window.keyboard.press('a')
  await look('recoveries-approve')
  await dialog.getByLabel('Reason').press('Enter')
  await dialog.getByText('Still needed: a reason.').waitFor()
  await dialog.getByLabel('Reason').fill('Rang the number on record')
  await window.keyboard.press('Enter')
  await window.getByText('the waiting period of Nadia Approved has begun').waitFor()
  await findMail(stack.mailFolder, 'approved@example.com', /may be set up/)
  // The next who waits is open already.
  await window.getByRole('region', { name: 'Omar Refused' }).waitFor()
  await window.keyboard.press('r')
  await dialog.getByLabel('Reason').fill('Could not say the address')
  await window.keyboard.press('Enter')
  await window.getByText('Refused: Omar Refused is told').waitFor()

  await window.getByRole('region', { name: 'Pia Stopped' }).waitFor()
  const [stop] = await findMail(stack.mailFolder, 'stopped@example.com', /https?:\/\/\S+\/stop\/\S+/)
  await window.keyboard.press('a')
  await page.goto(stop)
  await page.getByRole('button', { name: 'Stop it' }).click()
  await page.getByRole('heading', { name: 'It is stopped' }).waitFor()
  await dialog.getByLabel('Reason').fill('Rang the number on record')
  await window.keyboard.press('Enter')
  await window.getByText('This was already decided, or stopped by its owner').waitFor()

  const rows = window.getByRole('table', { name: 'People who lost every second step' }).getByRole('button')
  await expect.poll(() => rows.allInnerTexts()).toEqual(['Nadia Approved'])
  await rows.first().click()
  await window.getByText('Rang the number on record').first().waitFor()
  await look('recoveries-approved')
  await askAgain(page, people[1]!)
  await page.context().close()
  await navigation.getByRole('button', { name: /^Lost second steps 1/ }).waitFor()
}, 180_000)

test('who may only look sees who waits and decides nothing, and an officer without the process does not see the screen', async () => {
  const window = await signInAs(morgan)
  await openAdministration(window, 'Lost second steps')
  await window.getByRole('button', { name: 'Omar Refused' }).click()
  await window.getByText('They gave the right password').waitFor()
  await window.keyboard.press('a')
  expect(await window.getByRole('dialog').count()).toBe(0)
  expect(await window.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0)
  await openAdministration(window, 'Second steps')
  await expect.poll(() => window.getByRole('checkbox', { disabled: true }).count()).toBe(8)
  await signInAs(sam)
  expect(await screenNames(window)).not.toMatch(/second steps/i)
})

test('an administrator who sees no child resets the second step of somebody who came to the office', async () => {
  const window = await signInAs(alex)
  await openPortalUsers(window, 'Users')
  await window.getByRole('button', { name: 'Pia Stopped' }).click()
  await window.getByRole('button', { name: 'Reset second step' }).click()
  await look('reset-second-step')
  await window.getByRole('dialog').getByLabel('Reason').fill('Showed a passport at the office')
  await window.keyboard.press('Enter')
  await window.getByText('Pia Stopped can set up a new second step from').waitFor()
  await openAdministration(window, 'Lost second steps')
  await window.getByRole('row', { name: /Pia Stopped.*waiting period until/ }).waitFor()
})

test('switching a second step off warns of whom it locks out, can be taken back, and never overwrites a colleague', async () => {
  await meanwhile((database) =>
    database.update(users).set({ totpSecret: null }).where(eq(users.email, 'approved@example.com')),
  )
  const window = await signInAs(jo)
  await openAdministration(window, 'Second steps')
  const families = window.getByRole('region', { name: 'Parents and young people' })
  const box = (name: string) => families.getByRole('checkbox', { name })
  await look('second-steps')
  await box('Code by e-mail').uncheck()
  await families.getByText('1 person has no authenticator app. They cannot sign in any more').waitFor()
  await look('second-steps-warning')
  await box('Authenticator app').uncheck()
  await families.getByText('Allow the authenticator app or the code by e-mail').waitFor()
  expect(await families.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await box('Authenticator app').check()
  await families.getByRole('button', { name: 'Save' }).click()
  await look('second-steps-save')
  // Taken back before the window could ask what was saved: the card is then never drawn afresh.
  const release = await holdAnswers(client, 'secondSteps.getPolicy')
  await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await window.getByText('Parents and young people is saved').waitFor()
  expect(await box('Code by e-mail').isChecked()).toBe(false)
  await window.getByRole('button', { name: 'Undo' }).last().click()
  await window.getByText('Taken back', { exact: true }).waitFor()
  await release()
  await expect.poll(() => box('Code by e-mail').isChecked()).toBe(true)

  await box('Passkey').uncheck()
  await meanwhile((database) =>
    database
      .update(secondStepPolicies)
      .set({ methods: ['totp', 'emailCode'] })
      .where(eq(secondStepPolicies.kind, 'citizen')),
  )
  await families.getByRole('button', { name: 'Save' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await window.getByText('This was changed in the meantime').waitFor()
  await expect.poll(() => box('Recovery codes').isChecked()).toBe(false)
}, 60_000)
