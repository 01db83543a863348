import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { SampleStaff } from '@send/server/administration/sample-staff'
import { provideElectron } from '../scripts/electron.ts'
import { projectFolder } from '../scripts/data-folder.ts'
import { nextTotpCode } from './totp.ts'

export type Client = { application: ElectronApplication; window: Page }

/** Opens the client in a real Electron with a user folder of its own, or with one that it was opened with before. */
export async function launchClient(serverUrl: string, userFolder?: string): Promise<Client> {
  const { executable } = await provideElectron()
  const userData = userFolder ?? (await mkdtemp(path.join(tmpdir(), 'send-client-')))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const application = await _electron.launch({
    executablePath: executable,
    args: [...sandbox, path.join(projectFolder, 'desktop'), `--user-data-dir=${userData}`],
    env: { ...plainEnvironment(), SEND_SERVER_URL: serverUrl, SEND_USER_DATA: userData },
  })
  const window = await application.firstWindow()
  await window.getByRole('heading', { level: 1 }).first().waitFor()
  return { application, window }
}

/** Signs a member of the sample staff in with the next code of the authenticator app. */
export async function signInStaff(window: Page, staff: SampleStaff): Promise<void> {
  await window.getByLabel('E-mail').fill(staff.email)
  await window.getByLabel('Password', { exact: true }).fill(staff.password)
  await window.keyboard.press('Enter')
  const code = window.locator('input[autocomplete="one-time-code"]')
  await code.waitFor()
  await code.fill(await nextTotpCode(staff.totpSecret))
  await window.keyboard.press('Enter')
  await window.getByRole('navigation').first().waitFor()
}

function plainEnvironment(): Record<string, string> {
  // ELECTRON_RUN_AS_NODE would turn the client into a plain Node.
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('ELECTRON_'))
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']))
}
