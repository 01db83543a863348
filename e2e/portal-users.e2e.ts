import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessible } from './account-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { endSessions } from './end-sessions.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { openBrowser } from './open-browser.ts'
import { patience } from './patience.ts'
import { registerParent, signInParent, type Parent } from './portal-steps.ts'
import {
  addChild,
  addPortalUsers,
  addProfessional,
  authenticateLongAgo,
  fillClaim,
  grantStaff,
  openPortalUsers,
  tellUsOf,
} from './portal-users-steps.ts'
import { nextTotpCode } from './totp.ts'

const password = 'violet harbour tuesday lamp'
/** Milliseconds. */
const [jo, sam, priya] = sampleStaff
if (!jo || !sam || !priya) throw new Error('The sample authority has no staff.')

let stack: Installation
let browser: Browser
let client: Client

beforeAll(async () => {
  stack = await startInstallation()
  await grantStaff(stack, [jo.email, sam.email], ['portalAdministration', 'share', 'people'])
  browser = await openBrowser()
  client = await launchClient(stack.serverUrl)
  await signInStaff(client.window, jo)
  client.window.setDefaultTimeout(patience)
})
// A dialog that a failed test left open must not fail the next one too.
afterEach(() => client?.window.keyboard.press('Escape'))
afterAll(async () => {
  await closeClient(client)
  await browser?.close()
  await stack?.stop()
})

async function openPortal({ scripts = true, width = 320 } = {}) {
  const context = await browser.newContext({
    baseURL: stack.citizenOrigin,
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
  })
  return { context, page: await context.newPage() }
}

/** No finding of axe, light or dark. */
async function lookAtClient(name: string, window = client.window): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme })
    await keepPicture(window, `desktop-${name}-${colorScheme}`)
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${name} ${colorScheme}: ${id} ${nodes[0]?.html}`)).toEqual([])
  }
}

async function register(
  page: Page,
  name: string,
  citizenKind: 'A parent or carer' | 'A young person' = 'A parent or carer',
): Promise<Parent> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '.')}@example.com`
  return registerParent(page, stack.mailFolder, { name, email, password, citizenKind })
}

async function confirmWith(reason: string, button: string | RegExp): Promise<void> {
  const dialog = client.window.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Reason|Evidence seen/ }).fill(reason)
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe.each([
  ['with scripts', true, 320, { givenNames: 'Wren', familyName: 'Calloway', dateOfBirth: '2016-05-09' }],
  [
    'without scripts',
    false,
    1280,
    { givenNames: 'Linnet', familyName: 'Dunmore', dateOfBirth: '2017-03-21' },
  ],
])('a parent %s', (_how, scripts, width, child) => {
  test('tells us of a child, is accepted, sees the child’s page, and after the end of the access it is not found', async () => {
    await addChild(stack, child)
    const { context, page } = await openPortal({ scripts, width })
    const parent = await register(page, `Nadia ${child.familyName}`)
    await tellUsOf(page, child, 'The school knows me as her mother.')
    await page.getByText('Thank you. We write to you when we have decided.').waitFor()

    const { window } = client
    const name = `${child.givenNames} ${child.familyName}`
    await openPortalUsers(window, 'Claims waiting')
    const claims = window.getByRole('table', { name: 'Claims waiting' })
    const news = window.getByRole('button', { name: 'Show', exact: true })
    await claims.getByRole('button', { name: parent.name }).or(news).first().waitFor()
    if ((await news.count()) > 0) await news.click()
    await claims.getByRole('button', { name: parent.name }).click()
    await window.getByRole('radio', { name: `On record: ${name}` }).check()
    await lookAtClient(`claim-${width}`)
    await window.keyboard.press('a')
    await lookAtClient(`claim-accept-${width}`)
    await confirmWith('Birth certificate seen', 'Accept')
    await window.getByText(`Accepted: ${parent.name} sees ${name} from now on`).waitFor()

    await page.goto('/children')
    await page.getByRole('link', { name: 'See how it is going' }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()

    await openPortalUsers(window, 'Users')
    await window.keyboard.press('/')
    await window.keyboard.type(parent.email)
    // At once: Enter waits for the list of what was typed, however long the one before stands there.
    await window.keyboard.press('Enter')
    await window.getByRole('button', { name: `End access to ${name}` }).waitFor()
    await lookAtClient(`user-${width}`)
    await window.getByRole('button', { name: `End access to ${name}` }).click()
    await lookAtClient(`end-access-${width}`)
    await confirmWith('Court order of today', 'End access to 1 child')
    await window.getByText('Ended: 1').waitFor()

    const answer = await page.reload()
    expect(answer?.status()).toBe(404)
    await window
      .getByRole('table', { name: 'History' })
      .getByText(/Court order of today/)
      .waitFor()
    await context.close()
  })

  test('what was told of a child is still there after the session ended and one signed in again', async () => {
    const { context, page } = await openPortal({ scripts, width })
    const parent = await register(page, `Kept ${child.familyName}`)
    await page.goto('/children/tell-us')
    await fillClaim(page, { ...child, givenNames: 'Kestrel' }, 'Ask the school.\nThey know us.')
    await endSessions(stack, parent.email)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page
      .getByText('nothing you typed is lost')
      .or(page.getByText(/you typed/))
      .first()
      .waitFor()
    await signInParent(page, parent, await nextTotpCode(parent.totpSecret))
    await page.getByText('You are signed in again, and nothing you typed is lost.').waitFor()
    expect(await page.getByLabel('First names').inputValue()).toBe('Kestrel')
    expect(await page.getByLabel('How can we check this?').inputValue()).toBe(
      'Ask the school.\nThey know us.',
    )
    if (scripts) await expectAccessible(page)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Thank you. We write to you when we have decided.').waitFor()
    await page.getByText(`Kestrel ${child.familyName}`).first().waitFor()
    await context.close()
  })
})

test('an officer authenticates by keyboard, looks as the user, ends the access of many, and disables', async () => {
  const child = { givenNames: 'Robin', familyName: 'Eastlake', dateOfBirth: '2015-11-02' }
  await addChild(stack, child)
  const { context, page } = await openPortal()
  const parent = await register(page, 'Ola Eastlake')
  const { window } = client
  await openPortalUsers(window, 'Users')
  await window.keyboard.press('/')
  await window.keyboard.press('Control+a')
  await window.keyboard.type('nobody at all')
  await window.getByText('No portal user fits').waitFor()
  await lookAtClient('users-none')
  await window.keyboard.press('Control+a')
  await window.keyboard.type(parent.email)
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: 'Authenticate for a child' }).press('Enter')
  const dialog = window.getByRole('dialog')
  await window.locator('[role=dialog] input[type=search]:focus').waitFor()
  await window.keyboard.type('Robin Eastlake')
  await dialog.getByRole('radio', { name: /Robin Eastlake/ }).press('Space')
  await lookAtClient('authenticate')
  await confirmWith('Passport seen', 'Authenticate for a child')
  await window.getByText('Ola Eastlake is authenticated for Robin Eastlake').waitFor()

  await window.getByRole('button', { name: 'View as' }).press('Enter')
  await confirmWith('The parent rang and sees nothing', 'Look')
  const seen = window.getByRole('region', { name: /^Read only: what Ola Eastlake sees/ })
  await seen.getByText('Robin Eastlake').waitFor()
  await lookAtClient('view-as')
  await window.getByRole('button', { name: 'Stop looking' }).press('Enter')

  await window.getByRole('heading', { level: 2, name: parent.name }).click()
  await window.keyboard.press('x')
  await window.getByText('1 chosen').waitFor()
  await window.getByRole('button', { name: 'End all their access' }).press('Enter')
  await dialog.getByText('Ola Eastlake no longer sees Robin Eastlake (Parent or carer)').waitFor()
  await confirmWith('The family moved away', 'End access to 1 child')
  await window.getByText('No child', { exact: true }).waitFor()
  await page.goto('/children')
  expect(await page.getByRole('link', { name: 'See how it is going' }).count()).toBe(0)

  await window.getByRole('button', { name: 'Disable', exact: true }).press('Enter')
  await lookAtClient('disable')
  await confirmWith('Lost phone', 'Disable')
  await window.getByText('Ola Eastlake is disabled').waitFor()
  await page.goto('/children')
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  await context.close()
})

test('an officer records for which organisation a professional sees a child, and who citizens say they are', async () => {
  const child = { givenNames: 'Jay', familyName: 'Holloway', dateOfBirth: '2015-04-11' }
  await addChild(stack, child)
  const email = await addProfessional(stack, { name: 'Ann Lee', organisation: 'Northgate Primary' })
  const { context, page } = await openPortal()
  const young = await register(page, 'Wren Holloway', 'A young person')
  const { window } = client
  const find = async (user: { name: string; email: string }) => {
    await openPortalUsers(window, 'Users')
    await window.keyboard.press('/')
    await window.keyboard.press('Control+a')
    await window.keyboard.type(user.email)
    await window.keyboard.press('Enter')
    await window.getByRole('heading', { level: 2, name: user.name }).waitFor()
    await window.getByRole('button', { name: 'Authenticate for a child' }).waitFor()
  }
  await find(young)
  await window.getByRole('definition').filter({ hasText: 'Young person' }).waitFor()
  await lookAtClient('user-young-person')
  await window.getByRole('button', { name: 'Authenticate for a child' }).press('Enter')
  const dialog = window.getByRole('dialog')
  expect(await dialog.getByLabel('Who they are to the child').inputValue()).toBe('youngPerson')
  expect(await dialog.getByLabel('Sees the child').count()).toBe(0)
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')

  await find({ name: 'Ann Lee', email })
  await window.getByRole('button', { name: 'Authenticate for a child' }).press('Enter')
  await window.locator('[role=dialog] input[type=search]:focus').waitFor()
  await window.keyboard.type('Jay Holloway')
  await dialog.getByRole('radio', { name: /Jay Holloway/ }).press('Space')
  const through = dialog.getByLabel('Sees the child')
  await through.selectOption({ label: 'For Northgate Primary' })
  await dialog.getByLabel('Who they are to the child').selectOption({ label: 'Outside expert' })
  expect(await through.count()).toBe(0)
  await dialog.getByLabel('Who they are to the child').selectOption({ label: 'Professional' })
  expect(await through.locator('option:checked').innerText()).toBe('For Northgate Primary')
  await dialog.getByText('Ann Lee is not verified, and sees Jay Holloway only once they are.').waitFor()
  await lookAtClient('authenticate-through')
  await confirmWith('On the caseload of the school', 'Authenticate for a child')
  const now = window.getByRole('table', { name: 'Children they see now' })
  await now.getByText('Professional, for Northgate Primary').waitFor()
  await lookAtClient('user-professional')
  await context.close()
})

test('of two officers who decide about one claim the second is told by whom', async () => {
  const child = { givenNames: 'Martin', familyName: 'Fairlea', dateOfBirth: '2014-01-30' }
  const { context, page } = await openPortal()
  const parent = await register(page, 'Ines Fairlea')
  await tellUsOf(page, child, 'Ask the school.')
  await page.getByText('Thank you. We write to you').waitFor()
  const other = await launchClient(stack.serverUrl)
  try {
    await signInStaff(other.window, sam)
    for (const { window } of [client, other]) {
      await openPortalUsers(window, 'Users')
      await openPortalUsers(window, 'Claims waiting')
      await window.getByRole('button', { name: parent.name }).click()
      await window.getByText('Nobody on record fits what was typed.').waitFor()
    }
    await client.window.keyboard.press('r')
    await lookAtClient('claim-refuse')
    await confirmWith('Not known to the school', 'Refuse')
    await client.window.getByText(`Refused: the claim of ${parent.name}`).waitFor()
    await other.window.keyboard.press('r')
    const dialog = other.window.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Too late')
    await dialog.getByRole('button', { name: 'Refuse' }).click()
    await other.window
      .getByText(/^Jo Carter decided about this on .* Nothing was changed by you\.$/)
      .waitFor()
  } finally {
    await closeClient(other)
    await context.close()
  }
})

test('whose rights change stands in a list with its reason, and a decision takes it off', async () => {
  const year = new Date().getFullYear() - 17
  const child = { givenNames: 'Teal', familyName: 'Garside', dateOfBirth: `${year}-01-15` }
  await addChild(stack, child)
  const { context, page } = await openPortal()
  const parent = await register(page, 'Uma Garside')
  const { window } = client
  await openPortalUsers(window, 'Rights change')
  await window.getByText('Nothing to decide').waitFor()
  await lookAtClient('rights-empty')
  await authenticateLongAgo(stack, { parentEmail: parent.email, child, officerEmail: jo.email })
  await openPortalUsers(window, 'Users')
  await expect
    .poll(
      async () => {
        await openPortalUsers(window, 'Users')
        await openPortalUsers(window, 'Rights change')
        return window.getByRole('button', { name: 'Teal Garside' }).count()
      },
      { interval: 1000 },
    )
    .toBe(1)
  await window.getByRole('button', { name: 'Teal Garside' }).click()
  await lookAtClient('rights')
  await window.getByRole('button', { name: 'Continue the access of Uma Garside' }).press('Enter')
  await lookAtClient('rights-continue')
  await confirmWith('Teal asked for it by phone', 'Continue')
  await window.getByText('Uma Garside goes on seeing Teal Garside').waitFor()
  await window.getByText('Nothing to decide').waitFor()
  await page.goto('/children')
  await page.getByRole('link', { name: 'See how it is going' }).waitFor()
  await context.close()
})

test('who may only look sees the list page by page, and is told what “Share” would show', async () => {
  await addPortalUsers(stack, 120)
  await grantStaff(stack, [priya.email], ['portalAdministration.read'])
  const reader = await launchClient(stack.serverUrl)
  const { window } = reader
  try {
    await signInStaff(window, priya)
    await openPortalUsers(window, 'Users')
    const rows = window.getByRole('table', { name: 'Portal users' }).getByRole('row')
    await expect.poll(() => rows.count()).toBe(101)
    await window.getByRole('button', { name: 'Show more' }).press('Enter')
    await expect.poll(() => rows.count()).toBeGreaterThan(120)
    await window.getByRole('heading', { level: 1 }).click()
    await window.keyboard.press('j')
    await window.getByText('You need “Share” for this').waitFor()
    await lookAtClient('users-without-share', window)
    expect(await window.getByRole('checkbox').count()).toBe(0)
    expect(await window.getByRole('button', { name: 'Disable' }).count()).toBe(0)
    for (const view of ['Claims waiting', 'Rights change'] as const) {
      await openPortalUsers(window, view)
      await window.getByText('You need “Share” for this').waitFor()
    }
    await stack.killServer()
    await openPortalUsers(window, 'Users')
    await window.keyboard.press('/')
    await window.keyboard.type('anybody')
    await window.getByRole('alert').filter({ hasText: 'This could not be loaded' }).waitFor()
    await stack.startServer()
    await window.getByRole('button', { name: 'Try again' }).click()
    await window.getByText('No portal user fits').waitFor()
  } finally {
    await closeClient(reader)
  }
})
