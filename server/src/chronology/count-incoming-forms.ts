import { count, eq } from 'drizzle-orm'
import type { ProcedureContext } from '../context.ts'
import { submissions } from '../submissions/tables.ts'

/** How many forms wait to be processed: a number alone, so that asking often reads no record. */
export async function countIncomingForms(ctx: ProcedureContext): Promise<{ waiting: number }> {
  const [row] = await ctx.tx
    .select({ waiting: count() })
    .from(submissions)
    .where(eq(submissions.status, 'received'))
  return { waiting: row?.waiting ?? 0 }
}
