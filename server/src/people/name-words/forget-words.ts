import { and, eq, inArray, notExists } from 'drizzle-orm'
import type { Transaction } from '../../database/client.ts'
import { candidateKeys } from '../candidate-keys/tables.ts'
import { nameWords } from './tables.ts'

/** Forgets the words of names that nobody bears any more, among those of whom these were candidate keys. */
export async function forgetWords(tx: Transaction, keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return
  const borne = tx
    .select({ key: candidateKeys.key })
    .from(candidateKeys)
    .where(eq(candidateKeys.key, nameWords.personKey))
  await tx.delete(nameWords).where(and(inArray(nameWords.personKey, [...keys]), notExists(borne)))
}
