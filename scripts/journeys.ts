import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buildDesktop } from './build-desktop.ts'
import { buildPortal } from './build-portal.ts'
import { projectFolder } from './data-folder.ts'
import { provideElectron } from './electron.ts'
import { describeMachine } from './machine.ts'
import { provideSystemTools } from './system-packages.ts'
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
  const electron = await provideElectron()
  const screen = await startVirtualScreen()
  const journeys: { title: string; seconds: number }[] = []
  try {
    const environment = {
      DISPLAY: screen.display,
      SEND_TEST_CHROMIUM: chromium,
      SEND_TEST_ELECTRON: electron.executable,
    }
    const { failed } = await runVitest('e2e', environment, (title, milliseconds) =>
      journeys.push({ title, seconds: Number((milliseconds / 1000).toFixed(1)) }),
    )
    if (failed > 0) process.exitCode = 1
  } finally {
    screen.stop()
  }
  const folder = path.join(projectFolder, 'docs/measurements')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${startedAt.toISOString().slice(0, 10)}-journeys.json`)
  const head = { startedAt: startedAt.toISOString(), machine, electron: electron.version }
  await writeFile(file, `${JSON.stringify({ ...head, journeys }, null, 2)}\n`)
  say(`${journeys.length} journeys are in ${path.relative(projectFolder, file)}.`)
}
