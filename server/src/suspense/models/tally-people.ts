import { setImmediate } from 'node:timers/promises'
import { gt, sql } from 'drizzle-orm'
import {
  countLevels,
  countValues,
  drawPairs,
  startCounting,
  startLevels,
  type PeopleTally,
} from '@send/shared/suspense/matching/estimate-frequencies'
import { foldRecord, type MatchRecord } from '@send/shared/suspense/matching/match-record'
import type { Transaction } from '../../database/client.ts'
import { selectTold } from '../../people/select-told.ts'
import { people } from '../../people/tables.ts'
import { sampleEvenly } from '../sample-evenly.ts'

const pageSize = 2000
/** People among whom pairs are drawn. */
const mostSampled = 20_000
/** Pairs that are compared in a few milliseconds. */
const pairsAtOnce = 200

/** Counts the people on record, a page at a time: only their values and an even sample of them are held. */
export async function tallyPeople(tx: Transaction): Promise<PeopleTally> {
  const values = startCounting()
  let counted = 0
  async function* readEverybody(): AsyncGenerator<MatchRecord> {
    for await (const record of readPeople(tx)) {
      counted += 1
      countValues(values, record)
      yield record
    }
  }
  const sample = await sampleEvenly(readEverybody(), mostSampled, (record) => record)
  return { people: counted, values, levels: await countPairs(sample), ...(await countHouseholds(tx)) }
}

/** Counts the levels of pairs, and lets those in between who wait for an answer. */
async function countPairs(sample: readonly MatchRecord[]): Promise<PeopleTally['levels']> {
  const levels = startLevels()
  let counted = 0
  for (const [a, b] of drawPairs(sample)) {
    countLevels(levels, a, b)
    counted += 1
    if (counted % pairsAtOnce === 0) await setImmediate()
  }
  return levels
}

async function* readPeople(tx: Transaction): AsyncGenerator<MatchRecord> {
  let after: string | undefined
  for (;;) {
    const page = await selectTold(tx, after === undefined ? undefined : gt(people.id, after), pageSize)
    for (const { told } of page) yield foldRecord(told)
    after = page.at(-1)?.personId
    if (page.length < pageSize) return
  }
}

/** Of everybody, others of the same family name and postcode, and of these the ones born on the same day. */
async function countHouseholds(tx: Transaction): Promise<{ relatives: number; twins: number }> {
  const [row] = await tx.execute<{ relatives: number; twins: number }>(sql`
    select coalesce(sum(size * (size - 1)) filter (where not by_birth), 0)::float8 as relatives,
      coalesce(sum(size * (size - 1)) filter (where by_birth and date_of_birth is not null), 0)::float8 as twins
    from (
      select count(*) as size, date_of_birth, grouping(date_of_birth) = 0 as by_birth from people
      where folded_family_name <> '' and postcode is not null
      group by grouping sets ((folded_family_name, postcode), (folded_family_name, postcode, date_of_birth))
      having count(*) > 1
    ) as households`)
  return { relatives: row?.relatives ?? 0, twins: row?.twins ?? 0 }
}
