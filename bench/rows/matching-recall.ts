import { foldRecord } from '@send/shared/suspense/matching/match-record'
import { inTransactionAs } from '@send/server/database/client'
import { findContenders } from '@send/server/suspense/find-contenders'
import { findByTrigrams } from '../million/find-by-trigrams.ts'
import type { Register } from '../million/open-register.ts'
import { toTold } from '../matching/measure-accuracy.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

/** Children whom the trigrams are asked for: a second each on a busy machine. */
const peerChildren = 200

export const matchingRecallRow: Row = {
  id: 'matching.recall',
  what: 'Share of the true persons among the candidates of 10,000 children, 70 % of whom are on record, among 1,000,000 people, beside that of the twenty nearest names by pg_trgm; fewer than these would be no figure',
  compare: 'alone',
  unit: 'share',
  sideUnit: 'share',
  goal: { at: 'least', value: 0.985 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const register = await stage.register()
  // The same in every round: each is measured once.
  const [ours, peer] = [await recallOfKeys(register), await recallOfTrigrams(register)]
  return { ours: async () => (ours >= peer ? ours : Number.NaN), peer: async () => peer }
}

async function recallOfKeys({ database, incoming }: Register): Promise<number> {
  const children = incoming.map(({ child }) => {
    const told = toTold(child)
    return { told, record: foldRecord(told) }
  })
  let found = 0
  await inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    for await (const { first, contenders } of findContenders(tx, children))
      for (const [place, known] of contenders.entries()) {
        const truth = incoming[first + place]?.truth
        if (truth !== undefined && known.some(({ personId }) => personId === truth)) found += 1
      }
  })
  return found / incoming.filter(({ truth }) => truth !== undefined).length
}

async function recallOfTrigrams({ owner, incoming }: Register): Promise<number> {
  const known = incoming.filter(({ truth }) => truth !== undefined).slice(0, peerChildren)
  let found = 0
  for (const child of known) if ((await findByTrigrams(owner, child)).includes(child.truth ?? '')) found += 1
  return found / known.length
}
