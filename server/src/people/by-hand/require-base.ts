import { eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { bases } from '../tables.ts'

/** Refuses a school that is not on record. */
export async function requireBase(ctx: WorkContext, schoolId: string | null | undefined): Promise<void> {
  if (!schoolId) return
  const [found] = await ctx.tx.select({ id: bases.id }).from(bases).where(eq(bases.id, schoolId))
  if (!found) throw new SendError('bad-input', 'This school is not on record.')
}
