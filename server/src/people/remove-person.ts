import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { people } from './tables.ts'

/** Removes a record that was opened by mistake and on which nothing stands any more. */
export async function removePerson(ctx: WorkContext, personId: string): Promise<void> {
  await ctx.tx.delete(people).where(eq(people.id, personId))
  await ctx.audit({ action: 'people.remove', objectKind: 'person', objectId: personId, personId })
}
