import { inArray, sql } from 'drizzle-orm'
import { foldRecord } from '@send/shared/suspense/matching/match-record'
import { listPersonKeys } from '@send/shared/suspense/matching/stored-keys'
import type { Transaction } from '../../database/client.ts'
import { forgetWords } from '../name-words/forget-words.ts'
import { noteWords } from '../name-words/note-words.ts'
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
  const [keys, keyOwners] = [[] as number[], [] as string[]]
  const told = await selectTold(tx, inArray(people.id, ids), ids.length)
  for (const { personId, told: person } of told)
    for (const key of listPersonKeys(foldRecord(person))) {
      keys.push(key)
      keyOwners.push(personId)
    }
  const gone = await tx
    .delete(candidateKeys)
    .where(inArray(candidateKeys.personId, ids))
    .returning({ key: candidateKeys.key })
  await tx.execute(sql`insert into candidate_keys (key, person_id)
    select * from unnest(${sql.param(keys)}::bigint[], ${sql.param(keyOwners)}::uuid[])`)
  await noteWords(tx, told)
  const kept = new Set(keys)
  await forgetWords(
    tx,
    gone.flatMap(({ key }) => (kept.has(key) ? [] : key)),
  )
  return due.length
}
