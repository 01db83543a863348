import { eq } from 'drizzle-orm'
import type { PersonValues } from '@send/shared/people/person-columns'
import type { SuspenseState } from '@send/shared/suspense/suspense-lifecycle'
import type { WorkContext } from '../context.ts'
import { nameSettler } from './add-unmatched/name-settler.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { incomingChildren } from './tables.ts'

/** Of a child out of a file: the school that sent it, the line as it was written, and what could not be read of it. */
export type DescribedLine = {
  school: string | null
  asWritten: PersonValues
  flags: string[]
  /** That a later file corrected the line while the child waited: when, and as it was written before. */
  corrected: { at: string; before: PersonValues } | null
  /** The child that was handled when this line came and told otherwise of it. */
  corrects: { incomingChildId: string; state: SuspenseState; by: string; at: string } | null
}

/** The line of a child out of a file; null of every other child. */
export async function describeLine(
  ctx: WorkContext,
  row: IncomingChild,
  school: string | null,
): Promise<DescribedLine | null> {
  const { asWritten, flags, earlierLine, correctedAt } = row
  if (!asWritten) return null
  const corrected = earlierLine && correctedAt ? { at: correctedAt.toISOString(), before: earlierLine } : null
  return { school, asWritten, flags, corrected, corrects: await findCorrected(ctx, row.correctsId) }
}

async function findCorrected(ctx: WorkContext, id: string | null): Promise<DescribedLine['corrects']> {
  if (id === null) return null
  const [earlier] = await ctx.tx.select().from(incomingChildren).where(eq(incomingChildren.id, id))
  if (!earlier) return null
  const at = (earlier.settledAt ?? earlier.waitingSince).toISOString()
  return { incomingChildId: id, state: earlier.state, by: await nameSettler(ctx, earlier), at }
}
