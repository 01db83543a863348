import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { dateInLondon } from '@send/shared/values/plain-date'
import { buildDesktop } from './build-desktop.ts'
import { buildPortal } from './build-portal.ts'
import { projectFolder } from './data-folder.ts'
import { provideElectron } from './electron.ts'
import { describeMachine } from './machine.ts'
import { provideClamd, provideSystemTools } from './system-packages.ts'
import { startVirtualScreen } from './virtual-screen.ts'
import { runVitest } from './vitest-run.ts'

const say = (line: string) => console.log(line)
const tools = await provideSystemTools()
if (tools.ready) await measureJourneys(tools.chromium)
else {
  console.error(tools.sentence)
  process.exitCode = 1
}

/** Runs every journey in real windows and keeps how long each took, in seconds, as dated JSON. */
async function measureJourneys(chromium: string): Promise<void> {
  const startedAt = new Date()
  const machine = await describeMachine()
  await buildPortal(say)
  await buildDesktop(say)
  await provideClamd()
  const electron = await provideElectron()
  const screen = await startVirtualScreen()
  const journeys: { title: string; seconds: number }[] = []
  let failed: number
  try {
    const environment = {
      DISPLAY: screen.display,
      SEND_TEST_CHROMIUM: chromium,
      SEND_TEST_ELECTRON: electron.executable,
    }
    const { failures } = await runVitest('e2e', environment, (titles, milliseconds) =>
      journeys.push({ title: titles.join(': '), seconds: Number((milliseconds / 1000).toFixed(1)) }),
    )
    failed = failures.length
    if (failed > 0) process.exitCode = 1
  } finally {
    screen.stop()
  }
  const folder = path.join(projectFolder, 'docs/measurements')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${dateInLondon(startedAt)}-journeys.json`)
  const { commit, dirty, ...hardware } = machine
  const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000)
  const head = { startedAt: startedAt.toISOString(), seconds, commit, dirty, failed }
  const where = { machine: hardware, electron: electron.version }
  await writeFile(file, `${JSON.stringify({ ...head, ...where, journeys }, null, 2)}\n`)
  say(`${journeys.length} journeys are in ${path.relative(projectFolder, file)}.`)
}
