import { existsSync } from 'node:fs'
import { hasClamd } from '@send/server/files/embedded-clamd'
import { runCommand } from './run-command.ts'

const windowPackages = [
  'chromium-headless-shell',
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
]
const scannerPackages = ['clamav-daemon']

/** What the end-to-end tests need of the system, or a sentence that says what to install. */
export type SystemTools = { ready: true; chromium: string } | { ready: false; sentence: string }

/** Without the windows of a browser around each page, which cost a fifth of the time of a journey and which nobody sees. */
const headlessShell = '/usr/bin/chromium-headless-shell'

/** Finds Chromium and Xvfb; as root on Debian installs what is missing, else looks for Playwright's browser. */
export async function provideSystemTools(): Promise<SystemTools> {
  const hasScreen = () => existsSync('/usr/bin/Xvfb') && existsSync('/usr/lib/x86_64-linux-gnu/libgtk-3.so.0')
  if (!hasScreen() || !existsSync(headlessShell)) await install('Chromium and Xvfb', windowPackages)
  const debians = [headlessShell, '/usr/bin/chromium'].find((place) => existsSync(place))
  if (debians && hasScreen()) return { ready: true, chromium: debians }
  const playwrights = await findPlaywrightChromium()
  if (playwrights && existsSync('/usr/bin/Xvfb')) return { ready: true, chromium: playwrights }
  const sentence = `Install these to run the tests in real windows: apt-get install ${windowPackages.join(' ')}`
  return { ready: false, sentence }
}

/** As root on Debian installs the virus scanner where there is none; says whether it is there. */
export async function provideClamd(): Promise<boolean> {
  if (!hasClamd()) await install('the virus scanner', scannerPackages)
  return hasClamd()
}

/** Leaves every other machine as it is; what goes wrong is printed and the caller looks whether it is there. */
async function install(what: string, packages: string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing ${what} from Debian: apt-get install ${packages.join(' ')}`)
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  // Seconds; without a network nobody waits for minutes.
  const patience = ['-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::Retries=1']
  await runCommand('apt-get', [...patience, 'update', '-qq'], { environment })
  const flags = ['install', '-y', '-qq']
  const { ok, output } = await runCommand('apt-get', [...patience, ...flags, ...packages], { environment })
  if (!ok) console.log(`Debian did not give ${packages.join(' ')}:\n${output}`)
}

async function findPlaywrightChromium(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  const place = chromium.executablePath()
  if (existsSync(place)) return place
  await runCommand('pnpm', ['exec', 'playwright', 'install', 'chromium'])
  return existsSync(place) ? place : undefined
}
