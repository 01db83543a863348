import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { candidateKeys } from './candidate-keys/tables.ts'
import { personChanges } from './changes/tables.ts'
import { forgetWords } from './name-words/forget-words.ts'
import { people } from './tables.ts'

/** Removes a record that was opened by mistake and on which nothing stands any more. */
export async function removePerson(ctx: WorkContext, personId: string): Promise<void> {
  const keys = await ctx.tx
    .select({ key: candidateKeys.key })
    .from(candidateKeys)
    .where(eq(candidateKeys.personId, personId))
  await ctx.tx.delete(personChanges).where(eq(personChanges.personId, personId))
  await ctx.tx.delete(people).where(eq(people.id, personId))
  await forgetWords(
    ctx.tx,
    keys.map(({ key }) => key),
  )
  await ctx.audit({ action: 'people.remove', objectKind: 'person', objectId: personId, personId })
}
