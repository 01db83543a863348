import { newId } from '@send/shared/values/ids'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { createAim } from './ground/aim.ts'
import { get, type Answer } from './ground/ask.ts'
import { killDuring, onGround, type Ground } from './ground/ground.ts'
import { holdChildren, type HeldChild } from './ground/held-children.ts'
import { checkImports } from './ground/import-oracle.ts'
import type { Person } from './ground/person.ts'

const officersAtOnce = 6

type Work = { officer: Person; child: HeldChild; settleKey: string; approveKey: string; formVersion: number }
/** What an officer was told, by the key of the request; a repeat must tell the same. */
type Told = Map<string, string>

export const killImportCampaign: Campaign = {
  id: 'kill.import',
  title:
    'no import is half done, lost or doubled when the server is killed while officers settle and approve',
  figure: 120,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const aims = { settle: createAim(random), approve: createAim(random) }
      const tally = createTally()
      const faults: string[] = []
      const officers = await ground.addOfficers(officersAtOnce)
      const held = await holdChildren(ground, rounds * officersAtOnce)
      const told: Told = new Map()
      const people: string[] = []
      for (let round = 0; round < rounds; round += 1) {
        const children = held.slice(round * officersAtOnce, (round + 1) * officersAtOnce)
        const wave = officers.flatMap((officer, index): Work[] => {
          const child = children[index]
          return child ? [{ officer, child, settleKey: newId(), approveKey: newId(), formVersion: 1 }] : []
        })
        const moment = random.pick(['settle', 'approve'])
        tally.add(`killed in ${moment}`)
        for (const step of ['settle', 'approve'] as const) {
          const requests = wave.map((work) =>
            step === 'settle' ? settle(work, people, random, told) : approve(work, told),
          )
          if (step === moment) {
            for (const { kind } of await killDuring(ground, aims[step], requests)) count(kind)
            await ground.stack.startServer()
            faults.push(...(await checkImports(ground)))
          }
          await Promise.all(requests.map((request) => get(request)))
          if (step === 'settle') await readVersions(wave)
        }
      }
      function count(kind: Answer<void>['kind']): void {
        tally.add(kind === 'unknown' ? 'requests without an answer' : 'requests answered before the kill')
      }
      faults.push(...(await checkImports(ground)))
      tally.add('forms imported', await countImported(ground))
      if (tally.facts['forms imported'] !== held.length)
        faults.push(`of ${held.length} forms some are missing`)
      if (!tally.facts['requests without an answer']) faults.push('no kill came in the midst of a request')
      return { rounds, faults, facts: tally.facts }
    }),
}

function settle(
  { officer, child, settleKey: idempotencyKey }: Work,
  people: string[],
  random: Random,
  told: Told,
): () => Promise<void> {
  const { incomingChildId, version } = child
  const personId = random.below(2) === 0 ? people[random.below(people.length)] : undefined
  const decision = { idempotencyKey, incomingChildId, version }
  return async () => {
    const settled = personId
      ? await officer.api.suspense.match.mutate({ ...decision, personId })
      : await officer.api.suspense.addAsNew.mutate(decision)
    if (settled.outcome !== 'settled')
      throw new Error(`An officer alone with a child is told ${settled.outcome}`)
    remember(told, idempotencyKey, settled.personId)
    if (!personId) people.push(settled.personId)
  }
}

function approve({ officer, child, approveKey, formVersion }: Work, told: Told): () => Promise<void> {
  const { submissionId } = child
  return async () => {
    const approval = await officer.api.chronology.approve.mutate({
      idempotencyKey: approveKey,
      submissionId,
      version: formVersion,
    })
    if (approval.outcome !== 'approved') throw new Error(`An officer alone is told ${approval.outcome}`)
    remember(told, approveKey, approval.entryId)
  }
}

async function readVersions(wave: Work[]): Promise<void> {
  for (const work of wave) {
    const { submissionId } = work.child
    const { version } = await get(() => work.officer.api.chronology.getIncoming.query({ submissionId }))
    work.formVersion = version
  }
}

function remember(told: Told, key: string, answer: string): void {
  const before = told.get(key)
  if (before !== undefined && before !== answer)
    throw new Error(`One key was answered ${before} and ${answer}`)
  told.set(key, answer)
}

async function countImported({ sql }: Ground): Promise<number> {
  const [row] = await sql<{ number: number }[]>`
    select count(*)::int as number from submissions where status = 'imported'`
  return row?.number ?? 0
}
