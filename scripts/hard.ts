import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dateInLondon } from '@send/shared/values/plain-date'
import { allCampaigns } from './campaigns/all-campaigns.ts'
import { chooseSeed, runCampaigns } from './campaigns/run-campaigns.ts'
import { projectFolder } from './data-folder.ts'
import { describeMachine } from './machine.ts'
import { provideSystemTools } from './system-packages.ts'

const say = (line: string) => console.log(line)

try {
  await runHard(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** `npm run hard [-- ID… --seed=NUMBER]`: campaigns at full figure; what ran is written down. */
async function runHard(given: string[]): Promise<void> {
  const { positionals: ids, values } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { seed: { type: 'string' } },
  })
  const chosen = chooseCampaigns(ids)
  const seed = values.seed === undefined ? chooseSeed() : Number(values.seed)
  if (!Number.isInteger(seed)) throw new Error(`The seed must be a whole number, not “${values.seed}”.`)
  if (chosen.some(({ inBrowser }) => inBrowser)) await provideBrowser()
  const machine = await describeMachine()
  const startedAt = new Date()
  say(`Seed ${seed}, commit ${machine.commit}${machine.dirty ? ' with changes' : ''}`)
  const campaigns = await runCampaigns(chosen, { share: 1, seed, say })
  const { length: faulty } = campaigns.filter(({ faults }) => faults.length > 0)
  say(`${campaigns.length - faulty} passed, ${faulty} failed`)
  process.exitCode = faulty > 0 ? 1 : 0
  const folder = path.join(projectFolder, 'docs/measurements')
  // A part of the campaigns never takes the place of all of them.
  const part = chosen.length < allCampaigns.length ? `-${chosen.map(({ id }) => id).join('-')}` : ''
  const file = path.join(folder, `${dateInLondon(startedAt)}-hard${part}.json`)
  await mkdir(folder, { recursive: true })
  const { commit, dirty, ...hardware } = machine
  const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000)
  const head = { startedAt: startedAt.toISOString(), seconds, commit, dirty, seed, machine: hardware }
  await writeFile(file, `${JSON.stringify({ ...head, campaigns }, null, 2)}\n`)
  say(`Written to ${path.relative(projectFolder, file)}`)
}

async function provideBrowser(): Promise<void> {
  const tools = await provideSystemTools()
  if (!tools.ready) throw new Error(tools.sentence)
  process.env.SEND_TEST_CHROMIUM = tools.chromium
}

function chooseCampaigns(ids: string[]): typeof allCampaigns {
  const unknown = ids.filter((id) => !allCampaigns.some((campaign) => campaign.id === id))
  if (unknown.length > 0) {
    const known = allCampaigns.map(({ id }) => id).join(', ')
    throw new Error(`There is no campaign ${unknown.join(', ')}. There are: ${known}`)
  }
  return ids.length === 0 ? allCampaigns : allCampaigns.filter(({ id }) => ids.includes(id))
}
