import { inArray, sql } from 'drizzle-orm'
import { foldRecord } from '@send/shared/suspense/matching/match-record'
import { listPersonKeys } from '@send/shared/suspense/matching/stored-keys'
import type { Transaction } from '../../database/client.ts'
import { selectTold } from '../select-told.ts'
import { people } from '../tables.ts'
import { candidateKeys } from './tables.ts'

/** The person who was just written, and some others who wait for their keys. */
const few = 20

/**
 * Makes the keys of people who were written since theirs were made, so many at most and the latest first; returns how many it were. Whoever
 * writes people calls it in the same transaction, so that a person can be found from the moment it is there.
 */
export async function keyPeople(tx: Transaction, most = few): Promise<number> {
  const due = await tx.execute<{ personId: string }>(sql`
    delete from unkeyed_people where person_id in
      (select person_id from unkeyed_people order by since desc limit ${most} for update skip locked)
    returning person_id as "personId"`)
  if (due.length === 0) return 0
  const ids = due.map(({ personId }) => personId)
  const [keys, keyOwners, terms] = [[] as string[], [] as string[], new Map<string, [string, string]>()]
  for (const { personId, told } of await selectTold(tx, inArray(people.id, ids), ids.length)) {
    const made = listPersonKeys(foldRecord(told))
    for (const key of new Set(made.keys)) {
      keys.push(key)
      keyOwners.push(personId)
    }
    for (const term of made.terms) terms.set(term.join('\n'), term)
  }
  await tx.delete(candidateKeys).where(inArray(candidateKeys.personId, ids))
  await tx.execute(sql`insert into candidate_keys (key, person_id)
    select * from unnest(${sql.param(keys)}::text[], ${sql.param(keyOwners)}::uuid[])`)
  // Sorted, so that two who bring the same names wait for one another and never both.
  const sorted = [...terms].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term)
  const [termKeys, termTexts] = [sorted.map(([key]) => key), sorted.map(([, term]) => term)]
  await tx.execute(sql`insert into candidate_terms (key, term)
    select * from unnest(${sql.param(termKeys)}::text[], ${sql.param(termTexts)}::text[]) on conflict do nothing`)
  return due.length
}
