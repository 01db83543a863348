import { listRestorationFaults } from '@send/server/testing/not-restored'
import { readWholeDatabase, type WholeDatabase } from '@send/server/testing/whole-database'
import { canTake, compareUnit, mergeUnits } from '@send/shared/suspense/merging/merge-units'
import { newId } from '@send/shared/values/ids'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { createAim } from './ground/aim.ts'
import { get } from './ground/ask.ts'
import { killDuring, onGround, type Ground } from './ground/ground.ts'
import { holdChildren } from './ground/held-children.ts'
import { checkMerged } from './ground/merge-oracle.ts'
import type { Person } from './ground/person.ts'
import { approve, letSenderIn, settle, type Work } from './ground/settle-child.ts'

const pairsAtOnce = 4
/** Milliseconds; a server that was just started needs them for whatever hangs on two records. */
const firstReach = 300

type Pair = { officer: Person; kept: string; other: string }

export const killMergeCampaign: Campaign = {
  id: 'kill.merge',
  title:
    'no merge of two records, and no unmerge, is half done, lost or doubled when the server is killed in the midst of it',
  figure: 100,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const aims = { merges: createAim(random, firstReach), unmerges: createAim(random, firstReach) }
      const tally = createTally()
      const faults: string[] = []
      const pairs = await buildPairs(ground)
      let before: WholeDatabase | undefined
      for (let round = 0; round < rounds; round += 1) {
        const what = round % 2 === 0 ? 'merges' : 'unmerges'
        if (what === 'merges') before = await readWholeDatabase(ground.accounts.ownerDatabase)
        const looks = pairs.map((pair) =>
          what === 'merges' ? lookAtMerge(pair, random) : lookAtUnmerge(pair),
        )
        const requests = await Promise.all(looks)
        for (const { kind } of await killDuring(ground, aims[what], requests))
          tally.add(`${what} ${kind === 'unknown' ? 'without an answer' : 'answered before the kill'}`)
        faults.push(...(await checkMerged(ground)))
        await ground.stack.startServer()
        await Promise.all(requests.map((request) => get(request)))
        tally.add(what, requests.length)
        faults.push(...(await checkMerged(ground)))
        if (what === 'unmerges' && before) {
          const after = await readWholeDatabase(ground.accounts.ownerDatabase)
          faults.push(...listRestorationFaults(before, after).map((fault) => JSON.stringify(fault)))
        }
        if (faults.length > 0) break
      }
      faults.push(...(await compareTrail(ground, tally.facts)))
      for (const what of ['merges', 'unmerges'])
        if (!tally.facts[`${what} without an answer`]) faults.push(`no kill came in the midst of ${what}`)
      return { rounds, faults, facts: tally.facts }
    }),
}

/** Pairs of records, each with a child, a form on its chronology and somebody who was let in, and an officer who may read all. */
async function buildPairs(ground: Ground): Promise<Pair[]> {
  const officer = ground.designer
  const children = await holdChildren(ground, 2 * pairsAtOnce)
  const people = await Promise.all(children.map((child) => buildRecord(ground, { officer, child })))
  return people.flatMap((kept, place) => {
    const other = people[place + 1]
    return place % 2 === 0 && other ? [{ officer, kept, other }] : []
  })
}

async function buildRecord(ground: Ground, work: Work): Promise<string> {
  const personId = await settle(work)
  await approve(work)
  await letSenderIn(ground, work, personId)
  return personId
}

type Request = () => Promise<string>

/** The merge as an officer saw it, with some of the other record’s values; the same however often it is sent. */
async function lookAtMerge(
  { officer, kept: keptId, other: otherId }: Pair,
  random: Random,
): Promise<Request> {
  const { personMerges } = officer.api
  const preview = await get(() => personMerges.getPreview.query({ keptId, otherId }))
  if (preview.outcome !== 'planned' || preview.refusal) throw new Error(JSON.stringify(preview))
  const { stamp, kept, other } = preview
  const taken = mergeUnits.filter(
    (unit) => canTake(compareUnit(unit, kept.values, other.values)) && random.chance(0.5),
  )
  const chosen = { taken, sightAccepted: true, stamp, reason: 'The same UPN on both letters' }
  const request = { idempotencyKey: newId(), keptId, otherId, ...chosen }
  return async () => requireOutcome((await personMerges.merge.mutate(request)).outcome, 'merged')
}

async function lookAtUnmerge({ officer, other: personId }: Pair): Promise<Request> {
  const { personMerges } = officer.api
  const { stamp } = await get(() => personMerges.getUnmergePreview.query({ personId }))
  const request = { idempotencyKey: newId(), personId, stamp, reason: 'They are twins' }
  return async () => requireOutcome((await personMerges.unmerge.mutate(request)).outcome, 'unmerged')
}

function requireOutcome(told: string, expected: string): string {
  if (told !== expected) throw new Error(`An officer alone with two records is told ${told}`)
  return told
}

/** What was answered as done stands in the trail, each once. */
async function compareTrail({ sql }: Ground, { merges = 0, unmerges = 0 }: Record<string, number>) {
  const rows = await sql<{ action: string; number: number }[]>`
    select action, count(*)::int as number from audit_events
    where action in ('personMerges.merge', 'personMerges.unmerge') and object_kind = 'person' and outcome = 'done'
    group by action`
  const kept = (action: string) => rows.find((row) => row.action === action)?.number ?? 0
  const [merged, unmerged] = [kept('personMerges.merge'), kept('personMerges.unmerge')]
  return merged === merges && unmerged === unmerges
    ? []
    : [`the trail has ${merged} merges and ${unmerged} unmerges instead of ${merges} and ${unmerges}`]
}
