import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { confirmApp, createStaffUser, setGroup, signInFirstTime } from './administration-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'

let stack: Installation
let administrators: Client
let officers: Client

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  administrators = await launchClient(stack.serverUrl)
  officers = await launchClient(stack.serverUrl)
})

afterAll(async () => {
  await closeClient(administrators)
  await closeClient(officers)
  await stack?.stop()
})

async function expectAccessible(window: Page): Promise<void> {
  await window.mouse.move(0, 0)
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

async function screensOf(window: Page): Promise<string[]> {
  const buttons = window.getByRole('navigation', { name: 'Screens' }).getByRole('button')
  return (await buttons.allInnerTexts()).map((text) => text.trim())
}

const newcomer = { name: 'Robin Ferris', email: 'robin.ferris@example.gov.uk' }
const password = 'violet harbour tuesday lamp'

test('an administrator lets somebody in with a group, and takes the group away: the very next request is refused', async () => {
  const administrator = sampleStaff.find(({ groups }) => groups.includes('System administrators'))
  if (!administrator) throw new Error('the sample authority has an administrator')
  const admin = administrators.window
  await signInStaff(admin, administrator)
  expect(await screensOf(admin)).toEqual([
    'Portals',
    'Portal users',
    'Undelivered e-mails',
    'Organisations',
    'Lost second steps',
    'Second steps',
    'Files people send',
    'Keeping periods',
    'Import rules',
    'Matching',
    'Staff users',
    'Permission groups',
    'Posts and teams',
  ])
  await admin.getByRole('navigation').getByRole('button', { name: 'Staff users' }).click()
  await admin.getByRole('button', { name: 'Jo Carter', exact: true }).waitFor()
  await expectAccessible(admin)
  const code = await createStaffUser(admin, newcomer)
  await expectAccessible(admin)
  await setGroup(admin, 'Data team', true, 'Joins the data team')
  await expectAccessible(admin)

  const officer = officers.window
  await signInFirstTime(officer, { email: newcomer.email, code, password })
  await expectAccessible(officer)
  await confirmApp(officer)
  expect(await screensOf(officer)).toEqual(['People', 'Suspense', 'Incoming forms', 'Matching'])
  await officer.getByRole('button', { name: 'People' }).click()
  const search = officer.getByRole('searchbox', { name: /^Search by any part/ })
  await search.fill('Khan')
  await officer.getByRole('table', { name: 'People found' }).waitFor()

  await setGroup(admin, 'Data team', false)
  await search.fill('Smith')
  await officer.getByText('You are not allowed to do this.').first().waitFor()
  expect(await officer.getByRole('table', { name: 'People found' }).count()).toBe(0)
})

test('groups and posts are made, compared, filled and deleted by keyboard, and the last administrator stays', async () => {
  const { window } = administrators
  await window.getByRole('button', { name: 'Permission groups' }).click()
  await window.getByRole('heading', { level: 1, name: 'Permission groups' }).click()
  await window.keyboard.press('/')
  await window.keyboard.type('system')
  await window.keyboard.press('Enter')
  await window.getByRole('region', { name: 'System administrators' }).waitFor()
  await window.getByLabel('Compare with').selectOption({ label: 'Managers and auditors' })
  await window.getByRole('columnheader', { name: 'Comparison' }).waitFor()
  await expectAccessible(window)
  await window.getByLabel('User administration: granted').selectOption({ label: 'Looking only' })
  await window.getByRole('button', { name: 'Save' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor()
  await expectAccessible(window)
  await window.keyboard.press('Enter')
  await window.getByText('Nobody could administer users any more.').waitFor()
  await window.keyboard.press('Escape')

  await window.getByRole('button', { name: 'Posts and teams' }).click()
  await window.getByText('There is no post or team yet').waitFor()
  await expectAccessible(window)
  await window.keyboard.press('n')
  await window.getByRole('dialog').getByLabel('Name').fill('SEND officer, north')
  await window.keyboard.press('Enter')
  await window.getByRole('region', { name: 'SEND officer, north' }).waitFor()
  await window.getByRole('checkbox', { name: /Jo Carter/ }).check()
  await window.getByRole('button', { name: 'Save' }).click()
  await window.getByRole('dialog').getByLabel('Reason').fill('Takes over the north')
  await expectAccessible(window)
  await window.keyboard.press('Enter')
  await window.getByRole('dialog').waitFor({ state: 'hidden' })
  await window.getByRole('row', { name: /SEND officer, north Post Jo Carter/ }).waitFor()
  await window.getByRole('button', { name: 'Undo' }).last().click()
  await window.getByRole('row', { name: /SEND officer, north Post Nobody/ }).waitFor()
  await window.getByRole('button', { name: 'Delete' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Delete' }).waitFor()
  await window.keyboard.press('Enter')
  await window.getByText('There is no post or team yet').waitFor()
})
