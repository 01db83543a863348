import { and, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm'
import { covers } from '@send/shared/accounts/business-processes'
import type { Actor, ProcedureContext } from '../context.ts'
import { submissions } from '../submissions/tables.ts'
import { readableBy } from './readable-entries.ts'
import { chronologyEntries } from './tables.ts'

/**
 * Which submissions a member of staff may read, as a condition beside `submissions`: those that wait, or are
 * discarded, for whoever processes them; those on a chronology, for whoever may read the entry. What is still being written is nobody's.
 */
export function submissionsReadableBy(actor: Actor): SQL | undefined {
  const entry = sql`exists (select from ${chronologyEntries}
    where ${chronologyEntries.submissionId} = ${submissions.id} and ${readableBy(actor)})`
  return or(
    covers(actor.processes, 'manageIncomingForms', 'read')
      ? inArray(submissions.status, ['received', 'discarded'])
      : sql`false`,
    covers(actor.processes, 'chronology', 'read')
      ? and(ne(submissions.status, 'inProgress'), entry)
      : sql`false`,
  )
}

/** Whether somebody may read a submission: its sender, else staff as far as the process and the access list allow. */
export async function mayReadSubmission(
  ctx: ProcedureContext<Actor>,
  submission: { id: string; ownerUserId: string },
): Promise<boolean> {
  if (ctx.actor.kind !== 'staff') return submission.ownerUserId === ctx.actor.userId
  const found = await ctx.tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.id, submission.id), submissionsReadableBy(ctx.actor)))
  return found.length > 0
}
