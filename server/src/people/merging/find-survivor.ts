import { eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { mergedPeople } from './tables.ts'

/** The record that stays of one that was merged into it; undefined where it was not. */
export async function findSurvivor(ctx: WorkContext, personId: string): Promise<string | undefined> {
  const [merged] = await ctx.tx
    .select({ survivorId: mergedPeople.survivorId })
    .from(mergedPeople)
    .where(eq(mergedPeople.personId, personId))
  return merged?.survivorId
}
