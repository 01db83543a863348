import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { decisionDueOn } from '@send/shared/involvements/statutory-deadlines'
import type { ProcedureContext } from '../context.ts'
import { formVersions } from '../forms/tables.ts'
import { submissionFiles, submissions } from '../submissions/tables.ts'

/** A form that hangs on an incoming child: whatever is decided about the child is decided about it. */
export type HangingForm = {
  submissionId: string
  reference: string | null
  title: string
  receivedOn: string | null
  files: number
  /** By when the authority must decide, of a request. */
  decisionDueOn: string | null
}

/** The submissions that hang on an incoming child, the oldest first. */
export async function listHanging(ctx: ProcedureContext, incomingChildId: string): Promise<HangingForm[]> {
  const rows = await ctx.tx
    .select({
      submissionId: submissions.id,
      reference: submissions.reference,
      receivedOn: submissions.receivedOn,
      definition: formVersions.definition,
      files: count(submissionFiles.id),
    })
    .from(submissions)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, submissions.formId), eq(formVersions.number, submissions.formVersion)),
    )
    .leftJoin(
      submissionFiles,
      and(eq(submissionFiles.submissionId, submissions.id), isNull(submissionFiles.asideAt)),
    )
    .where(eq(submissions.incomingChildId, incomingChildId))
    .groupBy(submissions.id, formVersions.formId, formVersions.number)
    .orderBy(asc(submissions.submittedAt))
  return rows.map(({ definition, receivedOn, ...form }) => ({
    ...form,
    receivedOn,
    title: definition.title.en,
    decisionDueOn:
      definition.purpose === 'ehcNeedsAssessmentRequest' && receivedOn ? decisionDueOn(receivedOn) : null,
  }))
}
