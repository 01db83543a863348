import { randomInt } from 'node:crypto'
import type { Campaign, CampaignResult } from './campaign.ts'

export type CampaignRun = CampaignResult & { id: string; title: string; seconds: number }

/** A seed for a run that repeats no earlier one. */
export function chooseSeed(): number {
  return randomInt(1, 2 ** 31)
}

/** Runs campaigns one after the other at a share of their figure (rounded up), and says how each ended. */
export async function runCampaigns(
  campaigns: Campaign[],
  { share, seed, say }: { share: number; seed: number; say: (line: string) => void },
): Promise<CampaignRun[]> {
  const runs: CampaignRun[] = []
  for (const campaign of campaigns) {
    const { id, title } = campaign
    const started = performance.now()
    const result = await runToItsEnd(campaign, { rounds: Math.ceil(campaign.figure * share), seed, say })
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1))
    runs.push({ id, title, seconds, ...result })
    const facts = Object.entries(result.facts).map(([name, number]) => `${name} ${number}`)
    say(`${result.faults.length === 0 ? 'passed' : 'FAILED'}  ${id}: ${title} (${seconds} s)`)
    say(`        ${[`rounds ${result.rounds}`, ...facts].join(', ')}`)
    for (const fault of result.faults) say(`        ${fault}`)
  }
  return runs
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
