import { and, desc, eq } from 'drizzle-orm'
import { decisionDueOn } from '@send/shared/involvements/statutory-deadlines'
import { keptUntil } from '@send/shared/submissions/keeping-periods'
import type { NamedChild } from '@send/shared/submissions/offers/named-child'
import type { SubmissionStatus } from '@send/shared/submissions/submission-lifecycle'
import type { Text } from '@send/shared/texts/language'
import type { PlainDate } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { formVersions } from '../forms/tables.ts'
import { isOwn } from './find-own-submission.ts'
import { getKeepingPeriods } from './keeping-periods.ts'
import { listNamedChildren } from './list-named-children.ts'
import { submissions } from './tables.ts'

/** What a sender is told: nothing of it depends on whether the child was known. */
export type SenderStatus = 'inProgress' | 'received' | 'withLa' | 'stopped'

export type OwnSubmission = {
  submissionId: string
  title: Text
  status: SenderStatus
  reference: string | null
  startedAt: string
  changedAt: string
  /** The last day on which it is kept unless its owner goes on with it; null once it is sent. */
  keptUntil: PlainDate | null
  submittedAt: string | null
  decisionDueOn: string | null
  /** The child as its sender named it, before that as the authority did who asked them; null where neither did. */
  child: NamedChild | null
}

/** The asker's forms, in progress and sent, the last changed first. */
export async function listOwnSubmissions(
  ctx: ProcedureContext<Actor>,
): Promise<{ submissions: OwnSubmission[] }> {
  const periods = await getKeepingPeriods(ctx.tx)
  const rows = await ctx.tx
    .select({ submission: submissions, definition: formVersions.definition })
    .from(submissions)
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, submissions.formId), eq(formVersions.number, submissions.formVersion)),
    )
    .where(isOwn(ctx))
    .orderBy(desc(submissions.changedAt))
  await ctx.audit({
    action: 'submissions.listMine',
    objectKind: 'user',
    objectId: ctx.actor.userId,
    details: { count: rows.length },
  })
  const named = await listNamedChildren(ctx, rows)
  const listed = rows.map(({ submission, definition }) => ({
    submissionId: submission.id,
    title: definition.title,
    status: senderStatus(submission.status),
    reference: submission.reference,
    startedAt: submission.startedAt.toISOString(),
    changedAt: submission.changedAt.toISOString(),
    keptUntil: submission.status === 'inProgress' ? keptUntil(submission, periods, ctx.now()) : null,
    submittedAt: submission.submittedAt?.toISOString() ?? null,
    decisionDueOn: dueOn(definition.purpose, submission),
    child: named.get(submission.id) ?? submission.askedChild,
  }))
  return { submissions: listed }
}

/** What the sender is told of a status of ours: of a form that we cannot go on with that alone, and never why. */
export function senderStatus(status: SubmissionStatus): SenderStatus {
  switch (status) {
    case 'inProgress':
    case 'received':
      return status
    case 'imported':
      return 'withLa'
    case 'discarded':
      return 'stopped'
  }
}

/** By when the authority must decide: for requests that were received and with which it goes on. */
export function dueOn(
  purpose: 'ehcNeedsAssessmentRequest' | 'information',
  { receivedOn, status }: { receivedOn: string | null; status: SubmissionStatus },
): string | null {
  if (status === 'discarded') return null
  return purpose === 'ehcNeedsAssessmentRequest' && receivedOn ? decisionDueOn(receivedOn) : null
}
