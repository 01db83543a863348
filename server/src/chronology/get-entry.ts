import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { findToldOrigin, type ToldOrigin } from '../submissions/form-origins.ts'
import { submissions } from '../submissions/tables.ts'
import { describeInternalEntry, findCompleted, type InternalEntry } from './internal-forms/internal-entry.ts'
import { readableBy } from './readable-entries.ts'
import { readSubmittedForm, type SubmittedForm } from './submitted-form.ts'
import { chronologyEntries } from './tables.ts'

export type EntryDetails = SubmittedForm & {
  entryId: string
  title: string
  reference: string
  occurredOn: string
  formVersion: number
  /** The child whose match put it here; null for a form of staff. */
  incomingChildId: string | null
  /** Where it came from, if an officer entered it for somebody. */
  origin: ToldOrigin | null
  /** What only a form of staff says of itself; null for a form that came in. */
  internal: InternalEntry | null
}

/** One entry with its form; what may not be read is not found. */
export async function getEntry(ctx: ProcedureContext<Actor>, entryId: string): Promise<EntryDetails> {
  const [found] = await ctx.tx
    .select({ entry: chronologyEntries, submission: submissions })
    .from(chronologyEntries)
    .innerJoin(submissions, eq(submissions.id, chronologyEntries.submissionId))
    .where(and(eq(chronologyEntries.id, entryId), readableBy(ctx.actor)))
  if (!found) throw notFound()
  const { title, reference, occurredOn, personId } = found.entry
  const completed = await findCompleted(ctx, entryId)
  const form = await readSubmittedForm(ctx, found.submission, completed?.personFacts ?? undefined)
  const internal = completed ? await describeInternalEntry(ctx, completed) : null
  const { formVersion, incomingChildId } = found.submission
  const origin = await findToldOrigin(ctx, found.submission)
  await ctx.audit({ action: 'chronology.getEntry', objectKind: 'entry', objectId: entryId, personId })
  const kept = { entryId, title, reference, occurredOn, formVersion, incomingChildId }
  return { ...kept, origin, internal, ...form }
}
