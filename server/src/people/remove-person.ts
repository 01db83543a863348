import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import type { Transaction } from '../database/client.ts'
import { candidateKeys } from './candidate-keys/tables.ts'
import { personChanges } from './changes/tables.ts'
import { forgetWords } from './name-words/forget-words.ts'
import { people } from './tables.ts'

/** Removes a record that was opened by mistake and on which nothing stands any more. */
export async function removePerson(ctx: WorkContext, personId: string): Promise<void> {
  await ctx.tx.delete(personChanges).where(eq(personChanges.personId, personId))
  await deletePerson(ctx.tx, personId)
  await ctx.audit({ action: 'people.remove', objectKind: 'person', objectId: personId, personId })
}

/** Takes a row out of `people`, with its keys and the words of names that nobody else bears. */
export async function deletePerson(tx: Transaction, personId: string): Promise<void> {
  const keys = await tx
    .select({ key: candidateKeys.key })
    .from(candidateKeys)
    .where(eq(candidateKeys.personId, personId))
  await tx.delete(people).where(eq(people.id, personId))
  await forgetWords(
    tx,
    keys.map(({ key }) => key),
  )
}
