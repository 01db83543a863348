import { randomInt } from 'node:crypto'
import type { Campaign, CampaignResult } from './campaign.ts'

export type CampaignRun = CampaignResult & { id: string; title: string; seconds: number }

/** A seed for a run that repeats no earlier one. */
export function chooseSeed(): number {
  return randomInt(1, 2 ** 31)
}

type Running = {
  share: number
  seed: number
  say: (line: string) => void
  /** How many run at the same time, each on a ground of its own: they mostly wait. */
  atOnce?: number
}

/** Runs campaigns at a share of their figure (rounded up), and says how each ended. */
export async function runCampaigns(
  campaigns: Campaign[],
  { atOnce = 1, ...running }: Running,
): Promise<CampaignRun[]> {
  const left = [...campaigns]
  const runs: CampaignRun[] = []
  async function runInTurn(): Promise<void> {
    for (let campaign = left.shift(); campaign; campaign = left.shift())
      runs.push(await runOne(campaign, running))
  }
  await Promise.all(Array.from({ length: atOnce }, runInTurn))
  return runs
}

async function runOne(campaign: Campaign, { share, seed, say }: Running): Promise<CampaignRun> {
  const { id, title } = campaign
  const started = performance.now()
  const result = await runToItsEnd(campaign, {
    rounds: Math.ceil(campaign.figure * share),
    seed,
    say,
    inFull: share === 1,
  })
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1))
  const facts = Object.entries(result.facts).map(([name, number]) => `${name} ${number}`)
  say(`${result.faults.length === 0 ? 'passed' : 'FAILED'}  ${id}: ${title} (${seconds} s)`)
  say(`        ${[`rounds ${result.rounds}`, ...facts].join(', ')}`)
  for (const fault of result.faults) say(`        ${fault}`)
  return { id, title, seconds, ...result }
}

/** A campaign that breaks off has found something too. */
async function runToItsEnd(
  campaign: Campaign,
  options: Parameters<Campaign['run']>[0],
): Promise<CampaignResult> {
  try {
    return await campaign.run(options)
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { rounds: options.rounds, faults: [`broke off: ${fault}`], facts: {} }
  }
}
