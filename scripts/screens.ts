import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright'
import { closeClient, launchClient } from '../e2e/desktop-steps.ts'
import { buildDesktop } from './build-desktop.ts'
import { projectFolder } from './data-folder.ts'
import { findFreePorts } from './free-port.ts'
import { takeDesktopScreens } from './screens/desktop-screens.ts'
import { takePortalScreens } from './screens/portal-screens.ts'
import { chooseSampleFamily } from './screens/sample-family.ts'
import { startStack, type Stack } from './stack.ts'
import { provideClamd, provideSystemTools } from './system-packages.ts'
import { startVirtualScreen } from './virtual-screen.ts'

const say = (line: string) => console.log(line)
const tools = await provideSystemTools()
if (tools.ready) await takeScreens(tools.chromium)
else {
  console.error(tools.sentence)
  process.exitCode = 1
}

/** Walks through both faces on a sample authority of its own; the old pictures stay until all new ones are taken. */
async function takeScreens(executablePath: string): Promise<void> {
  await buildDesktop(say)
  await provideClamd()
  const work = await mkdtemp(path.join(tmpdir(), 'send-screens-'))
  const taken = path.join(work, 'taken')
  await mkdir(taken)
  const screen = await startVirtualScreen()
  process.env.DISPLAY = screen.display
  let stack: Stack | undefined
  try {
    stack = await startStack({
      folder: path.join(work, 'data'),
      ports: await findFreePorts(),
      samples: true,
      say,
    })
    const family = chooseSampleFamily(new Date())
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] })
    try {
      await takePortalScreens(browser, stack, { folder: taken, family })
    } finally {
      await browser.close()
    }
    const client = await launchClient(stack.serverUrl)
    try {
      await takeDesktopScreens(client, { folder: taken, family })
    } finally {
      await closeClient(client)
    }
    const count = await replacePictures(taken, path.join(projectFolder, 'docs/screens'))
    say(`${count} pictures are in docs/screens.`)
  } finally {
    await stack?.stop()
    screen.stop()
    await rm(work, { recursive: true, force: true })
  }
}

async function replacePictures(from: string, to: string): Promise<number> {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(to)) if (name.endsWith('.png')) await rm(path.join(to, name))
  const names = await readdir(from)
  for (const name of names) await copyFile(path.join(from, name), path.join(to, name))
  return names.length
}
