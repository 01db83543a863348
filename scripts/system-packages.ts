import { existsSync } from 'node:fs'
import { runCommand } from './run-command.ts'

const debianPackages = ['chromium', 'xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']

/** What the end-to-end tests need of the system, or a sentence that says what to install. */
export type SystemTools = { ready: true; chromium: string } | { ready: false; sentence: string }

/** Finds Chromium and Xvfb; as root on Debian installs what is missing, else looks for Playwright's browser. */
export async function provideSystemTools(): Promise<SystemTools> {
  const missing = () =>
    !existsSync('/usr/bin/chromium') ||
    !existsSync('/usr/bin/Xvfb') ||
    !existsSync('/usr/lib/x86_64-linux-gnu/libgtk-3.so.0')
  if (missing() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium and Xvfb from Debian…')
    const environment = { DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update', '-qq'], { environment })
    const { ok, output } = await runCommand('apt-get', ['install', '-y', '-qq', ...debianPackages], {
      environment,
    })
    if (!ok) console.log(output)
  }
  if (!missing()) return { ready: true, chromium: '/usr/bin/chromium' }
  const playwrights = await findPlaywrightChromium()
  if (playwrights && existsSync('/usr/bin/Xvfb')) return { ready: true, chromium: playwrights }
  const sentence = `Install these to run the tests in real windows: apt-get install ${debianPackages.join(' ')}`
  return { ready: false, sentence }
}

async function findPlaywrightChromium(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  const place = chromium.executablePath()
  if (existsSync(place)) return place
  await runCommand('pnpm', ['exec', 'playwright', 'install', 'chromium'])
  return existsSync(place) ? place : undefined
}
