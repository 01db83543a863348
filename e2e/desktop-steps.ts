import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { SampleStaff } from '@send/server/administration/sample-staff'
import { provideElectron } from '../scripts/electron.ts'
import { projectFolder } from '../scripts/data-folder.ts'
import { patience } from './patience.ts'
import { pictureOnFailure } from './picture-failures.ts'
import { nextTotpCode } from './totp.ts'

export type Client = { application: ElectronApplication; window: Page }

/**
 * Opens the client in a real Electron with a user folder of its own, or with one that it was opened with before;
 * `settings` are further variables of its environment.
 */
export async function launchClient(
  serverUrl: string,
  userFolder?: string,
  settings: Record<string, string> = {},
): Promise<Client> {
  const { executable } = await provideElectron()
  const userData = userFolder ?? (await mkdtemp(path.join(tmpdir(), 'send-client-')))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const application = await _electron.launch({
    executablePath: executable,
    args: [...sandbox, path.join(projectFolder, 'desktop'), `--user-data-dir=${userData}`],
    env: { ...plainEnvironment(), ...settings, SEND_SERVER_URL: serverUrl, SEND_USER_DATA: userData },
  })
  const window = await application.firstWindow()
  pictureOnFailure(window)
  const heading = window.getByRole('heading', { level: 1 }).first()
  await heading.waitFor().catch(async (cause: unknown) => {
    throw new Error(`The window shows no heading: ${await describeWindow(application, window)}`, { cause })
  })
  return { application, window }
}

/** What the window is to the page and to the system, for whoever reads why it shows nothing. */
async function describeWindow(application: ElectronApplication, window: Page): Promise<string> {
  const page = await window.evaluate<string>(
    '`${innerWidth} × ${innerHeight}, ${document.visibilityState}, ${document.styleSheets.length} sheets of style`',
  )
  const outside = await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => ({ shown: each.isVisible(), ...each.getContentBounds() })),
  )
  return `${page}, ${JSON.stringify(outside)}`
}

/**
 * Ends the client as its user would. Chromium's own processes sometimes outlive the client on a busy machine, and
 * nothing would ever tell that it is closed: they are killed. Throws when the client itself does not end.
 */
export async function closeClient(client: Client | undefined): Promise<void> {
  if (!client) return
  const main = client.application.process()
  const closed = client.application.close()
  await Promise.race([closed, wait(patience, undefined, { ref: false })])
  const lives = main.exitCode === null && main.signalCode === null
  // Playwright starts it as the leader of a process group of its own.
  if (main.pid !== undefined && isGroup(main.pid)) process.kill(-main.pid, 'SIGKILL')
  await closed
  if (lives) throw new Error(`The client did not end within ${patience / 1000} seconds.`)
}

function isGroup(pid: number): boolean {
  try {
    return process.kill(-pid, 0)
  } catch {
    return false
  }
}

/** Signs a member of the sample staff in with the next code of the authenticator app. */
export async function signInStaff(window: Page, staff: SampleStaff): Promise<void> {
  // While somebody signs out, a filter of the screen may bear the same label as the address.
  await window.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await window.getByLabel('E-mail').fill(staff.email)
  await window.getByLabel('Password', { exact: true }).fill(staff.password)
  await window.keyboard.press('Enter')
  const code = window.locator('input[autocomplete="one-time-code"]')
  await code.waitFor()
  await code.fill(await nextTotpCode(staff.totpSecret))
  await window.keyboard.press('Enter')
  await window.getByRole('navigation').first().waitFor()
}

/** Unlocks the window: with a code of its own choice, else with the next one of the authenticator app. */
export async function unlock(
  window: Page,
  steps: { password: string; code: string } | SampleStaff,
): Promise<void> {
  await window.getByLabel('Password', { exact: true }).fill(steps.password)
  const code = 'code' in steps ? steps.code : await nextTotpCode(steps.totpSecret)
  await window.locator('input[autocomplete="one-time-code"]').fill(code)
  await window.keyboard.press('Enter')
}

/** Presses Ctrl+L as the system would: what a test types into the page does not pass the main process. */
export function pressLockKey(application: ElectronApplication): Promise<void> {
  return application.evaluate(({ BrowserWindow }) => {
    const modifiers: ['control'] = ['control']
    const contents = BrowserWindow.getAllWindows().at(-1)?.webContents
    for (const type of ['keyDown', 'keyUp'] as const)
      contents?.sendInputEvent({ type, keyCode: 'L', modifiers })
  })
}

function plainEnvironment(): Record<string, string> {
  // ELECTRON_RUN_AS_NODE would turn the client into a plain Node.
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('ELECTRON_'))
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']))
}
