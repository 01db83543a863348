import { setTimeout as wait } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSamplePeople } from '@send/server/administration/sample-people'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { newId } from '@send/shared/values/ids'
import { buildForm } from '@send/shared/testing/build-form'
import { askMain } from './ask-main.ts'
import { createForm } from './builder-steps.ts'
import { openPerson } from './casework-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { endSessions } from './end-sessions.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'

/** Milliseconds within which the status bar must tell the truth about the connection. */
const truthWithin = 20_000
const [officer, , dataTeam] = sampleStaff
let stack: Installation
let client: Client

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
})
afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

async function expectAccessible(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

/** The accessible names of the buttons of the navigation, as one reads them out. */
function screenNames(): Promise<string[]> {
  return client.window.getByRole('navigation', { name: 'Screens' }).getByRole('button').allInnerTexts()
}

/** The words of the menu bar, each with those below it. */
function menuWords(): Promise<Record<string, string[]>> {
  return client.application.evaluate(({ Menu }) =>
    Object.fromEntries(
      (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => [
        label,
        (submenu?.items ?? []).filter(({ type }) => type !== 'separator').map((item) => item.label),
      ]),
    ),
  )
}

function clickMenu(top: string, word: string): Promise<void> {
  return client.application.evaluate(
    ({ Menu }, [bar, item]) => {
      const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === bar)
      menu?.submenu?.items.find(({ label }) => label === item)?.click()
    },
    [top, word],
  )
}

function focusedHeading(): Promise<string> {
  return client.window.locator('h1:focus').innerText()
}

test('without a server the client says so, offers to try again, and goes on by itself when it is back', async () => {
  await stack.killServer()
  client = await launchClient(stack.serverUrl)
  const { window } = client
  await window.getByRole('heading', { level: 1, name: 'SEND Client cannot start yet' }).waitFor()
  await window.getByText('The server cannot be reached.').waitFor()
  await expectAccessible(window)
  await window.getByRole('button', { name: 'Try again' }).click()
  await window.getByRole('heading', { level: 1, name: 'SEND Client cannot start yet' }).waitFor()
  await stack.startServer()
  await window.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ timeout: truthWithin })
  await expectAccessible(window)
})

test('without a server a form is drafted all the same, and nothing interrupts before the officer stops', async () => {
  await closeClient(client)
  await stack.killServer()
  client = await launchClient(stack.serverUrl)
  const { window } = client
  await window.getByRole('button', { name: 'Draft forms meanwhile' }).click()
  const { code, title, audience, purpose } = buildForm({ code: 'ALONE-1', title: { en: 'Drafted alone' } })
  await createForm(window, { code, title, audience, purpose })
  await window.getByText(/^Saved \d/).waitFor()
  await expectAccessible(window)
  await keepPicture(window, 'drafting-alone')
  await stack.startServer()
  await wait(2000)
  await window.getByText(/^Saved \d/).waitFor()
  await window.getByRole('button', { name: 'Stop drafting and sign in' }).click()
  await window.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ timeout: truthWithin })
  // The tests after this one begin on a computer without drafts.
  await closeClient(client)
  client = await launchClient(stack.serverUrl)
})

test('an officer finds the screens by group in the navigation and in the menu bar, and reaches each by keyboard', async () => {
  expect(Object.keys(await menuWords())).not.toContain('Focus')
  await signInStaff(client.window, officer!)
  expect(await focusedHeading()).toBe('People')
  const names = await screenNames()
  const focus = ['People', 'Suspense', 'Incoming forms', 'My unfinished forms']
  expect(names.slice(0, focus.length)).toEqual(focus)
  expect((await menuWords())['Focus']).toEqual(focus)
  for (const [index, name] of focus.entries()) {
    await client.window.keyboard.press(`Control+${index + 1}`)
    await client.window.getByRole('heading', { level: 1, name }).waitFor()
    expect(await focusedHeading()).toBe(name)
    await expectAccessible(client.window)
  }
  await clickMenu('Focus', 'Suspense')
  await client.window.getByRole('heading', { level: 1, name: 'Suspense' }).waitFor()
  const current = client.window.getByRole('navigation').locator('[aria-current=page]')
  expect(await current.innerText()).toBe('Suspense')
})

test('the title bar names the environment', async () => {
  const title = await client.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getTitle(),
  )
  expect(title).toBe(`SEND Client – ${new URL(stack.serverUrl).host}`)
})

test('the status bar counts the drafts that are on this computer alone', async () => {
  const { window } = client
  const formId = newId()
  await window.getByText('0 drafts not synchronised').waitFor()
  await stack.killServer()
  await askMain(window, 'drafts', 'save', { formId, baseVersion: null, definition: buildForm() })
  await window.getByText('1 draft not synchronised').waitFor()
  await stack.startServer()
  await window.getByText('0 drafts not synchronised').waitFor({ timeout: truthWithin })
  await askMain(window, 'drafts', 'remove', formId)
})

test('the status bar says within 20 seconds that the server is gone, and that it is back', async () => {
  const { window } = client
  await window.getByText('Connected', { exact: true }).waitFor()
  await stack.killServer()
  await window.getByText('Not connected', { exact: true }).waitFor({ timeout: truthWithin })
  await expectAccessible(window)
  await stack.startServer()
  await window.getByText('Connected', { exact: true }).waitFor({ timeout: truthWithin })
})

test('a name that is spelt wrong finds the child all the same, said to be similar, and Enter opens it', async () => {
  const { window } = client
  const { givenNames, familyName } = buildSamplePeople(new Date()).people[0]!
  const wrong = `${familyName.slice(0, -2)}${familyName.at(-1)}${familyName.at(-2)}`
  await window.keyboard.press('Control+1')
  await window.keyboard.press('/')
  await window.keyboard.type(`${givenNames} ${wrong}`)
  await window.getByRole('heading', { level: 2, name: 'No exact match. Similar names:' }).waitFor()
  await window.getByRole('table', { name: 'People with similar names' }).waitFor()
  await keepPicture(window, 'people-similar')
  await expectAccessible(window)
  await window.keyboard.press('Enter')
  await window.getByRole('heading', { level: 1, name: `${givenNames} ${familyName}` }).waitFor()
})

test('a session that ends on the server brings the sign-in with a sentence, and nothing of the work stays', async () => {
  const { window } = client
  const { givenNames, familyName } = buildSamplePeople(new Date()).people[0]!
  await openPerson(window, `${givenNames} ${familyName}`)
  await endSessions(stack)
  await window.keyboard.press('Control+3')
  await window.getByText('Your session has ended').waitFor()
  expect(await window.content()).not.toContain(familyName)
  expect(Object.keys(await menuWords())).not.toContain('Focus')
  await expectAccessible(window)
})

test('who lacks a business process sees its screen neither in the navigation nor in the menu bar', async () => {
  await signInStaff(client.window, dataTeam!)
  expect(await screenNames()).toEqual(['People', 'Suspense', 'Incoming forms', 'Matching'])
  expect((await menuWords())['Focus']).toEqual(['People', 'Suspense', 'Incoming forms'])
  await client.window.keyboard.press('Control+5')
  expect(await focusedHeading()).toBe('People')
})

test('signing out, also from the menu and without a server, leads to the sign-in and forgets the session', async () => {
  await stack.killServer()
  await clickMenu('File', 'Sign out')
  await client.window.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await stack.startServer()
  const answer = await askMain(client.window, 'server', 'call', { type: 'query', path: 'accounts.me' })
  expect(answer).toMatchObject({ ok: false, error: { message: 'Sign in to continue.' } })
})
