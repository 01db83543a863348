import { readdir } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPermissionGroup } from '@send/server/accounts/create-staff-account'
import { permissionGroupMembers } from '@send/server/accounts/permissions/tables'
import { users } from '@send/server/accounts/tables'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { openDatabase } from '@send/server/database/client'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { tabAndEnter } from './keyboard-steps.ts'
import { openBrowser } from './open-browser.ts'
import { findMail, registerParent, signInParent, type Parent } from './portal-steps.ts'
import { nextTotpCode } from './totp.ts'

const school = 'Moorside Primary School'
const password = 'violet harbour tuesday lamp'
const invitationLink = /https?:\/\/\S+\/invitations\/\S+/

let stack: Installation
let browser: Browser
let client: Client
let lead: Parent
let asha: Parent

beforeAll(async () => {
  stack = await startInstallation()
  await letVerify(sampleStaff[1]?.email ?? '')
  browser = await openBrowser()
  client = await launchClient(stack.serverUrl)
})

afterAll(async () => {
  await closeClient(client)
  await browser?.close()
  await stack?.stop()
})

/** The link in the newest invitation to an address, once so many have arrived. */
async function findNewestLink(to: string, messages: number): Promise<string> {
  const waiting = async () => (await readdir(stack.mailFolder)).filter((name) => name.endsWith('.eml')).length
  await expect.poll(waiting).toBeGreaterThanOrEqual(messages)
  const [link] = await findMail(stack.mailFolder, to, invitationLink)
  return link
}

/** Puts one of the sample staff in a group that keeps organisations and verifies professionals. */
async function letVerify(email: string): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    await database.transaction(async (tx) => {
      const processes = ['portalAdministration' as const, 'verifyProfessionals' as const]
      const { groupId } = await createPermissionGroup(tx, { name: 'Keepers of organisations', processes })
      const [user] = await tx.select().from(users).where(eq(users.email, email))
      await tx.insert(permissionGroupMembers).values({ groupId, userId: user?.id ?? '' })
    })
  } finally {
    await close()
  }
}

/** No violation of axe and nothing wider than the window, on a phone and on a desk. */
async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${name} ${width}: ${id} ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(
      width,
    )
    await keepPicture(page, `${name}-${width}`)
  }
  if (before) await page.setViewportSize(before)
}

async function lookAtWindow(name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: client.window }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([])
  await keepPicture(client.window, name)
}

async function openProfessional(
  options: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<Page> {
  const { javaScriptEnabled = true, width = 1280 } = options
  const viewport = { width, height: 800 }
  const context = await browser.newContext({ baseURL: stack.professionalOrigin, javaScriptEnabled, viewport })
  return context.newPage()
}

const register = (page: Page, name: string, email: string) =>
  registerParent(page, stack.mailFolder, { name, email, password })

test('an officer invites the first lead of a school in the client, who accepts by the link in the e-mail', async () => {
  const { window } = client
  const officer = sampleStaff[1]
  if (!officer) throw new Error('the sample authority has staff')
  await signInStaff(window, officer)
  await window.getByRole('navigation').getByRole('button', { name: 'Organisations' }).click()
  await window.getByRole('table').waitFor()
  await lookAtWindow('client-organisations')
  await window.keyboard.press('/')
  await window.keyboard.type('moorside primary')
  await expect.poll(() => window.getByRole('row').count()).toBe(2)
  await window.keyboard.press('Enter')
  await window.getByRole('heading', { name: school }).waitFor()
  await window.getByRole('button', { name: 'Invite by e-mail' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Invite by e-mail' }).click()
  await window.getByText('Enter an e-mail address').waitFor()
  await lookAtWindow('client-invite-error')
  await window.getByRole('textbox', { name: 'E-mail' }).fill('lena@moorside.example')
  await window.keyboard.press('Enter')
  await window.getByText('The invitation is on its way').waitFor()
  await window.getByText('lena@moorside.example').last().waitFor()
  await lookAtWindow('client-organisation')
  await window.getByRole('button', { name: 'Send again: lena@moorside.example' }).click()

  const link = await findNewestLink('lena@moorside.example', 2)
  const page = await openProfessional()
  await page.goto(link)
  await page.getByRole('heading', { name: `Join ${school}` }).waitFor()
  await look(page, 'invitation-signed-out')
  // Registered with an address of her own: the invitation is the link's, not the address's.
  lead = await register(page, 'Lena Lead', 'lena@home.example')
  await page.goto(link)
  await look(page, 'invitation')
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await page.getByText('You have joined the organisation').waitFor()
  await page.getByText('You are a lead').waitFor()
  await look(page, 'organisation-lead')
  await page.goto(link)
  await page.getByRole('heading', { name: 'This invitation was already used' }).waitFor()
  await look(page, 'invitation-used')
  await page.goto(link.replace(/.{5}$/, 'xxxxx'))
  await page.getByRole('heading', { name: 'We do not know this invitation' }).waitFor()
  await page.context().close()
}, 180_000)

describe.each([
  ['an old phone with scripts', true, 320],
  ['a browser without scripts', false, 1280],
])('%s', (_what, javaScriptEnabled, width) => {
  test('a professional registers and asks to join a school by keyboard alone; a lead accepts', async () => {
    const page = await openProfessional({ javaScriptEnabled, width })
    const see = (name: string) => (javaScriptEnabled ? look(page, name) : Promise.resolve())
    const name = `Asha ${javaScriptEnabled ? 'Phone' : 'Plain'}`
    const registered = await register(page, name, `asha-${width}@example.com`)
    if (javaScriptEnabled) asha = registered
    await page.getByText('You do not belong to a school, team or service yet').waitFor()
    await page.getByText('We have not verified you yet').waitFor()
    await see('home-no-organisation')
    await tabAndEnter(page, /^Join an organisation$/)
    await page.getByRole('heading', { name: 'Join an organisation' }).waitFor()
    await see('join')
    await page.goto('/organisation/join?text=x')
    await page.getByRole('link', { name: /Enter at least 2 letters/ }).waitFor()
    await see('join-error')
    await page.goto('/organisation/join')
    for (let steps = 0; steps < 60 && !(await page.locator('#text:focus').count()); steps += 1)
      await page.keyboard.press('Tab')
    await page.keyboard.type('moorside')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Organisations found' }).waitFor()
    await see('join-found')
    await tabAndEnter(page, new RegExp(`^Ask to join\\s+– ${school}$`))
    await page.getByText('You have asked to join. We will email you').waitFor()
    await see('organisation-asked')
    await page.goto('/organisation/join?text=nowhere')
    await page.getByRole('heading', { name: 'We found nothing by that name' }).waitFor()
    await see('join-nothing')
    await page.goto('/')
    await page.getByText(`You have asked to join ${school}`).waitFor()
    await see('home-asked')

    const leader = await openProfessional({ javaScriptEnabled })
    await leader.goto('/sign-in')
    await signInParent(leader, lead, await nextTotpCode(lead.totpSecret))
    await leader.getByRole('link', { name: `1 person asks to join ${school}` }).click()
    if (javaScriptEnabled) await look(leader, 'members-lead')
    await leader.getByRole('link', { name: `Decide – ${name}` }).click()
    await leader.getByRole('button', { name: 'Refuse' }).click()
    await leader.getByRole('link', { name: 'Enter a reason of 3 to 500 characters' }).waitFor()
    if (javaScriptEnabled) await look(leader, 'member-request-error')
    await leader.getByRole('button', { name: 'Accept' }).click()
    await leader.getByText('They are now a member').waitFor()
    if (javaScriptEnabled) await lookAtLead(leader, name)
    await leader.context().close()

    await findMail(stack.mailFolder, `asha-${width}@example.com`, /there is a decision about you/)
    await page.goto('/organisation/members')
    await page.getByRole('heading', { name: `Members of ${school}` }).waitFor()
    await see('members')
    expect(await page.getByText('Invite somebody').count()).toBe(0)
    await page.context().close()
  }, 240_000)
})

/** The lead's other pages: a member, inviting, leaving, and the same in Welsh. */
async function lookAtLead(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `Change – ${name}` }).click()
  await look(page, 'member')
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await page.getByRole('link', { name: 'Choose member or lead' }).waitFor()
  await look(page, 'invite-errors')
  await page.getByLabel('Their work email address').fill('ben@moorside.example')
  await page.getByLabel('Member', { exact: true }).check()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await page.getByText('The invitation is on its way').waitFor()
  await look(page, 'members-invited')
  const [link] = await findMail(stack.mailFolder, 'ben@moorside.example', invitationLink)
  await page.getByRole('button', { name: /^Withdraw/ }).click()
  await page.getByText('The invitation no longer works').waitFor()
  await page.goto(link)
  await page.getByRole('heading', { name: 'This invitation was withdrawn' }).waitFor()
  await page.goto('/organisation/members')
  await page.getByRole('link', { name: 'Leave this organisation' }).click()
  await look(page, 'leave')
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('link', { name: /You are the only lead/ }).waitFor()
  await look(page, 'leave-last-lead')
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  await page.getByRole('heading', { name: `Aelodau ${school}` }).waitFor()
  await look(page, 'members-welsh')
  await page.getByRole('link', { name: 'English' }).click()
}

test('an officer verifies a professional in the client, the portal says so, and un-verifying in bulk asks first', async () => {
  const { window } = client
  await window.getByRole('navigation').getByRole('button', { name: 'Professionals' }).click()
  await window.getByRole('button', { name: 'Asha Phone' }).click()
  await window.getByText('Nothing was decided yet.').waitFor()
  await lookAtWindow('client-professionals')
  await window.getByRole('button', { name: 'Verify', exact: true }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Verify' }).click()
  await window.getByText('Enter what you looked at').waitFor()
  await lookAtWindow('client-verify-errors')
  await window.getByRole('textbox', { name: 'Evidence' }).fill('Teacher register 1234567')
  await window.getByRole('textbox', { name: 'Reason' }).fill('Teaches at Moorside')
  await window.keyboard.press('Enter')
  await window.getByText('Asha Phone is verified').waitFor()
  await window.getByText('Teacher register 1234567').waitFor()
  await lookAtWindow('client-verified')
  await findMail(stack.mailFolder, 'asha-320@example.com', /we have looked at your account/)
  const page = await openProfessional()
  await page.goto('/sign-in?returnTo=/organisation')
  await signInParent(page, asha, await nextTotpCode(asha.totpSecret))
  await page.getByText('We have verified you').waitFor()
  await look(page, 'organisation-verified')

  await window.getByRole('heading', { name: 'Professionals' }).focus()
  await window.keyboard.press('x')
  await window.getByRole('button', { name: 'Un-verify 1 chosen' }).click()
  await lookAtWindow('client-unverify')
  await window.getByRole('textbox', { name: 'Reason' }).fill('Left the school')
  await window.keyboard.press('Enter')
  await window.getByText('1 verification was withdrawn').waitFor()
  await window.getByText('Left the school').waitFor()
  await page.reload()
  await page.getByText('We have ended your verification').waitFor()
  await page.context().close()
  await window.getByRole('searchbox', { name: 'Name or e-mail' }).fill('nobody at all')
  await window.getByText('No professional fits').waitFor()
  await lookAtWindow('client-professionals-none')
}, 120_000)
