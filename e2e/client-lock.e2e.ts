import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessions, users } from '@send/server/accounts/tables'
import { buildSamplePeople } from '@send/server/administration/sample-people'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { openDatabase } from '@send/server/database/client'
import { buildForm } from '@send/shared/testing/build-form'
import { askMain } from './ask-main.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import { createForm } from './builder-steps.ts'
import { openPerson } from './casework-steps.ts'
import { type Client, closeClient, launchClient, pressLockKey, signInStaff, unlock } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'

/** Seconds without use after which this client locks. */
const lockAfter = 20
/** Milliseconds in which it cannot lock because nobody touched it. */
const atOnce = (lockAfter * 1000) / 2
const [officer] = sampleStaff
const [child] = buildSamplePeople(new Date()).people
const formAdministrator = sampleStaff.find(({ email }) => email.startsWith('jo.carter@'))
let stack: Installation
let client: Client

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  client = await launchClient(stack.serverUrl, undefined, { SEND_LOCK_AFTER_SECONDS: String(lockAfter) })
})
afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

/** What this test uses of the page. */
type Page = {
  mark: string
  setInterval(work: () => void, milliseconds: number): void
  send: { server: { call(call: unknown): Promise<unknown> } }
  KeyboardEvent: new (type: string) => Event
  dispatchEvent(event: Event): void
}

async function waitForLock(): Promise<void> {
  await client.window
    .getByRole('heading', { level: 1, name: 'The client is locked' })
    .waitFor({ timeout: (lockAfter + 10) * 1000 })
}

/** How many sessions the server has of somebody. */
async function countSessions(email: string): Promise<number> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  try {
    const rows = await database
      .select({ id: sessions.id })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(users.email, email))
    return rows.length
  } finally {
    await close()
  }
}

/** Everything that stands in the window’s memory where a page can look, as text. */
async function windowContent(): Promise<string> {
  return (await client.window.content()) + (await client.window.locator('body').innerText())
}

/** Other windows open over the client and close again, under a pointer that rests, until this is told to stop. */
async function openOtherWindows(): Promise<() => Promise<void>> {
  const timer = await client.application.evaluateHandle(({ BrowserWindow }) =>
    setInterval(() => {
      const other = new BrowserWindow({ width: 1440, height: 900 })
      setTimeout(() => other.destroy(), 700)
    }, 1500),
  )
  return () => timer.evaluate((started) => clearInterval(started))
}

function tellSystem(event: 'lock-screen' | 'suspend'): Promise<void> {
  return client.application.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
}

test('a window that nobody touches locks: nothing of a child stays, the session is over, and what pages and windows do by themselves is no use', async () => {
  const { window } = client
  const name = `${child?.givenNames} ${child?.familyName}`
  await signInStaff(window, officer!)
  await openPerson(window, name)
  const before = Date.now()
  // Whoever is there is not locked out, however long it takes.
  for (let touches = 0; touches < 4; touches += 1) {
    await wait((lockAfter * 1000) / 3)
    await window.mouse.move(300 + touches, 300)
  }
  expect(await window.getByRole('heading', { level: 1, name }).count()).toBe(1)
  expect(Date.now() - before).toBeGreaterThan(lockAfter * 1000)
  await window.evaluate(() => {
    const page = globalThis as unknown as Page
    page.mark = 'memory of the work'
    page.setInterval(() => {
      void page.send.server.call({ type: 'query', path: 'accounts.me' })
      page.dispatchEvent(new page.KeyboardEvent('keydown'))
    }, 500)
  })
  const stopOtherWindows = await openOtherWindows()
  await waitForLock()
  await stopOtherWindows()
  expect(await windowContent()).not.toContain(child?.familyName)
  expect(await window.evaluate(() => 'mark' in globalThis)).toBe(false)
  await expect.poll(() => countSessions(officer!.email)).toBe(0)
  const answer = await askMain(window, 'server', 'call', { type: 'query', path: 'accounts.me' })
  expect(answer).toMatchObject({ ok: false, error: { message: 'Sign in to continue.' } })
})

test('the lock screen names whose work it is, refuses a wrong password and a wrong code, and is accessible', async () => {
  const { window } = client
  await window.getByText(officer!.name).waitFor()
  await window.getByText(officer!.email).waitFor()
  await expectAccessibleWindow(window)
  await unlock(window, { password: 'not the password', code: '000000' })
  await window.getByText('That password is not right.').waitFor()
  await unlock(window, { password: officer!.password, code: '000000' })
  await window.getByText('That code is not right.').waitFor()
  await expectAccessibleWindow(window)
  expect(await windowContent()).not.toContain(child?.familyName)
  // Even to the session of the right password alone nothing opens.
  const answer = await askMain(window, 'server', 'call', { type: 'query', path: 'people.search' })
  expect(answer.ok).toBe(false)
})

test('both steps lead back to the same screen, also after Ctrl+L in another one', async () => {
  const { window } = client
  await unlock(window, officer!)
  await window.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await window.keyboard.press('Control+2')
  await window.getByRole('heading', { level: 1, name: 'Suspense' }).waitFor()
  await pressLockKey(client.application)
  await window.getByRole('heading', { level: 1, name: 'The client is locked' }).waitFor({ timeout: atOnce })
  await unlock(window, officer!)
  await window.getByRole('heading', { level: 1, name: 'Suspense' }).waitFor()
})

test.each(['lock-screen', 'suspend'] as const)(
  'the window locks at once at the system’s “%s”',
  async (event) => {
    const { window } = client
    if ((await window.getByRole('navigation').count()) === 0) await unlock(window, officer!)
    await window.getByRole('navigation').first().waitFor()
    await tellSystem(event)
    await window.getByRole('heading', { level: 1, name: 'The client is locked' }).waitFor({ timeout: atOnce })
  },
)

test('what is typed the moment before the lock is kept in the draft', async () => {
  const { window } = client
  await window.getByRole('button', { name: 'Sign in as somebody else' }).click()
  await signInStaff(window, formAdministrator!)
  await window.getByRole('navigation').getByRole('button', { name: 'Form Builder' }).click()
  const { code, title, audience, purpose } = buildForm({ code: 'LOCK-1', title: { en: 'Before the lock' } })
  await createForm(window, { code, title, audience, purpose })
  await window.getByText(/^Saved \d/).waitFor()
  await window.getByRole('textbox', { name: 'Title (English)' }).fill('Typed at the last moment')
  await tellSystem('lock-screen')
  await waitForLock()
  const answer = await askMain(window, 'drafts', 'list')
  expect(JSON.stringify(answer.data)).toContain('Typed at the last moment')
})

test('“Sign in as somebody else” leaves: nobody’s work is held any more', async () => {
  const { window } = client
  await window.getByRole('button', { name: 'Sign in as somebody else' }).click()
  await window.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  expect(await windowContent()).not.toContain(formAdministrator!.name)
  expect(await askMain(window, 'lock', 'find')).toEqual({ ok: true, data: null })
  await tellSystem('lock-screen')
  await wait(1000)
  await window.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
})
