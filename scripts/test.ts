import { runChecks } from './check-steps.ts'
import { addUp, describeFailure, sayOutcome, type Outcome } from './outcome.ts'
import { buildPortal } from './build-portal.ts'
import { buildDesktop } from './build-desktop.ts'
import { provideElectron } from './electron.ts'
import { allCampaigns } from './campaigns/all-campaigns.ts'
import { chooseSeed, runCampaigns } from './campaigns/run-campaigns.ts'
import { provideClamd, provideSystemTools, type SystemTools } from './system-packages.ts'
import { startVirtualScreen } from './virtual-screen.ts'
import { runVitest } from './vitest-run.ts'

const say = (line: string) => console.log(line)
const parts: Outcome[] = [await runChecks()]
await buildPortal(say)
await buildDesktop(say)
if (!(await provideClamd()))
  say(
    'skipped  every test that asks a real clamd, which is not on this machine: apt-get install clamav-daemon',
  )
parts.push(await runVitest('unit', {}))
const tools = await provideSystemTools()
parts.push(await runCampaignsAtATenth(tools))
parts.push(await runInWindows(tools))

const outcome = addUp(parts)
sayOutcome(outcome, say)
process.exitCode = outcome.failures.length > 0 ? 1 : 0

/** Every fault campaign that says something at a tenth of its figure, each counted as one test. `npm run hard` runs them in full. */
async function runCampaignsAtATenth(tools: SystemTools): Promise<Outcome> {
  const seed = chooseSeed()
  const atATenth = allCampaigns.filter(({ onlyInFull }) => !onlyInFull)
  const chosen = atATenth.filter(({ inBrowser }) => tools.ready || !inBrowser)
  if (tools.ready) process.env.SEND_TEST_CHROMIUM = tools.chromium
  else console.log(`skipped  every fault campaign in a browser: ${tools.sentence}`)
  console.log(`The fault campaigns run at a tenth, seed ${seed}.`)
  const runs = await runCampaigns(chosen, { share: 0.1, seed, say, atOnce: 2 })
  const failures = runs
    .filter(({ faults }) => faults.length > 0)
    .map(({ id, title, faults }) => describeFailure(`${id}: ${title} (seed ${seed})`, faults.join('\n')))
  return {
    passed: runs.length - failures.length,
    failures,
    skipped: atATenth.length - chosen.length,
  }
}

/** The journeys in real Chromium and real Electron, on a screen of their own. */
async function runInWindows(tools: SystemTools): Promise<Outcome> {
  if (!tools.ready) {
    console.log(`skipped  all journeys in real windows: ${tools.sentence}`)
    return { passed: 0, failures: [], skipped: 1 }
  }
  const electron = await provideElectron()
  console.log(`The client is tested in Electron ${electron.version}, the portal in ${tools.chromium}.`)
  const screen = await startVirtualScreen()
  try {
    return await runVitest('e2e', {
      DISPLAY: screen.display,
      SEND_TEST_CHROMIUM: tools.chromium,
      SEND_TEST_ELECTRON: electron.executable,
    })
  } finally {
    screen.stop()
  }
}
