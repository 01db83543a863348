import type { AppRouter } from '@send/server/router'
import { buildPortalSession } from '@send/server/testing/build-sessions'
import { newId } from '@send/shared/values/ids'
import type { TRPCClient } from '@trpc/client'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { type Campaign, type CampaignResult } from './campaign.ts'
import { get } from './ground/ask.ts'
import { onGround } from './ground/ground.ts'
import { createVisitor, newAddress } from './ground/person.ts'
import { compareSamples, median } from './mann-whitney.ts'

const mostMedianGap = 5 // milliseconds
const leastP = 0.01
/** Pairs that are asked before times count: first requests compile and open connections. */
const warmUps = 20

type Api = TRPCClient<AppRouter>
type Door = (api: Api, email: string) => Promise<unknown>

/** Wherever anybody can type an address. */
const doors: Record<string, Door> = {
  'sign-in': (api, email) => api.accounts.signIn.mutate({ email, password: 'wrong lantern orchid' }),
  register: (api, email) => api.accounts.register.mutate({ email, language: 'en' }),
  reset: (api, email) => api.accounts.requestPasswordReset.mutate({ email, language: 'en' }),
}

export const accountsEnumerationCampaign: Campaign = {
  id: 'accounts.enumeration',
  title: 'neither the answer nor its time tells known from unknown addresses',
  figure: 500,
  onlyInFull: true,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const result: CampaignResult = { rounds, faults: [], facts: {} }
      const known: string[] = []
      for (let pair = 0; pair < rounds + warmUps; pair += 1)
        known.push((await buildPortalSession(ground.accounts, 'citizen')).email)
      const visitor = () => createVisitor(ground.stack, newAddress())
      for (const [name, door] of Object.entries(doors)) {
        const times = await measure(door, { known, random, visitor })
        judge(result, name, times)
      }
      return result
    }),
}

type Times = { known: number[]; unknown: number[]; answers: Set<string> }

/** Asks for a known and an unknown address in turn, either first, one request at a time. */
async function measure(
  door: Door,
  { known, random, visitor }: { known: string[]; random: Random; visitor: () => Api },
): Promise<Times> {
  const times: Times = { known: [], unknown: [], answers: new Set() }
  for (const [pair, email] of known.entries()) {
    const asked = [
      { kind: 'known' as const, email },
      { kind: 'unknown' as const, email: `citizen-${newId()}@example.org` },
    ]
    for (const each of random.below(2) === 0 ? asked : asked.toReversed()) {
      const api = visitor()
      const started = performance.now()
      const answer = await get(() => door(api, each.email))
      const milliseconds = performance.now() - started
      times.answers.add(JSON.stringify(answer))
      if (pair >= warmUps) times[each.kind].push(milliseconds)
    }
  }
  return times
}

function judge({ faults, facts }: CampaignResult, name: string, { known, unknown, answers }: Times): void {
  const { p, medianGap } = compareSamples(known, unknown)
  facts[`${name}: median gap in ms`] = Number(medianGap.toFixed(3))
  facts[`${name}: p`] = Number(p.toFixed(4))
  facts[`${name}: median for unknown in ms`] = Number(median(unknown).toFixed(1))
  if (answers.size !== 1) faults.push(`${name} has different answers: ${[...answers].join(' and ')}`)
  if (Math.abs(medianGap) >= mostMedianGap || p <= leastP)
    faults.push(`${name} tells known from unknown addresses: median gap ${medianGap} ms, p ${p}`)
}
