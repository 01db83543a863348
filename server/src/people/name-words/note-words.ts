import { asNameWord, listNameWords } from '@send/shared/suspense/matching/near-words'
import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '../../database/client.ts'
import type { ToldPerson } from '../select-told.ts'
import { nameWords } from './tables.ts'

/** Takes the words of people’s names among those by which a misspelt name is understood. */
export async function noteWords(tx: Transaction, told: readonly ToldPerson[]): Promise<void> {
  const words = [...new Set(told.flatMap((person) => listNameWords(person.told)))].map(asNameWord)
  if (words.length === 0) return
  const there = await tx
    .selectDistinct({ personKey: nameWords.personKey })
    .from(nameWords)
    .where(
      inArray(
        nameWords.personKey,
        words.map(({ personKey }) => personKey),
      ),
    )
  const known = new Set(there.map(({ personKey }) => personKey))
  const rows = words
    .filter(({ personKey }) => !known.has(personKey))
    .flatMap(({ keys, word, personKey }) => keys.map((key) => ({ key, word, personKey })))
    // In one order, so that two who note the same word wait for one another and never both.
    .toSorted((one, other) => one.key - other.key || (one.word < other.word ? -1 : 1))
  if (rows.length === 0) return
  await tx.execute(sql`insert into name_words (key, word, person_key)
    select * from unnest(
      ${sql.param(rows.map(({ key }) => key))}::bigint[],
      ${sql.param(rows.map(({ word }) => word))}::text[],
      ${sql.param(rows.map(({ personKey }) => personKey))}::bigint[])
    on conflict do nothing`)
}
