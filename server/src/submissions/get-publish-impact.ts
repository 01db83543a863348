import type { FormDefinition } from '@send/shared/forms/form-definition'
import {
  countMove,
  prepareMoves,
  type PlanMove,
  type VersionImpact,
} from '@send/shared/forms/versions/publish-impact'
import { dateInLondon } from '@send/shared/values/plain-date'
import { and, asc, count, eq, gt } from 'drizzle-orm'
import type { ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { takeEntries } from '../forms/lookup-tables/take-entries.ts'
import { forms } from '../forms/tables.ts'
import { readInProgress } from './read-in-progress.ts'
import { submissions } from './tables.ts'

export type PublishImpact = {
  /** Forms that were received and not decided yet; they stay on their version. */
  waiting: number
  /** All forms in progress, and how many of them this portion counted. */
  inProgress: number
  counted: number
  impacts: VersionImpact[]
  /** What to ask for the next portion after; null when all were counted. */
  next: string | null
}

/** Few enough that a portion is answered within a second, also of forms of 500 questions. */
const portion = 100

/**
 * What publishing a draft would do to the forms that people have in progress: numbers for each version and question,
 * never an answer and never whose. Long counts are asked for in portions.
 */
export async function getPublishImpact(
  ctx: ProcedureContext,
  request: { formId: string; definition: FormDefinition; after?: string | undefined },
): Promise<PublishImpact> {
  const { formId, after } = request
  const [form] = await ctx.tx.select({ id: forms.id }).from(forms).where(eq(forms.id, formId))
  if (!form) throw notFound()
  // As it would be published: with the entries that its look-up tables have now.
  const { definition } = await takeEntries(ctx, request.definition)
  const ofForm = and(eq(submissions.formId, formId), eq(submissions.status, 'inProgress'))
  const found = await ctx.tx
    .select({ id: submissions.id, version: submissions.formVersion })
    .from(submissions)
    .where(and(ofForm, after ? gt(submissions.id, after) : undefined))
    .orderBy(asc(submissions.id))
    .limit(portion)
  const contents = await readInProgress(
    ctx,
    found.map(({ id }) => id),
  )
  const today = dateInLondon(ctx.now())
  const plans = new Map<number, PlanMove>()
  const impacts = new Map<number, VersionImpact>()
  for (const { id, version } of found) {
    const before = await getFormVersion(ctx, formId, version)
    const content = contents.get(id) ?? { answers: {}, fileIds: {} }
    const impact = impacts.get(version) ?? { version, inProgress: 0, unharmed: 0, questions: [] }
    const planMove = plans.get(version) ?? prepareMoves(before, definition, today)
    plans.set(version, planMove)
    impacts.set(version, countMove(impact, planMove(content), before))
  }
  await ctx.audit({
    action: 'submissions.publishImpact',
    objectKind: 'form',
    objectId: formId,
    details: { counted: found.length },
  })
  return {
    waiting: await countOf(ctx, and(eq(submissions.formId, formId), eq(submissions.status, 'received'))),
    inProgress: await countOf(ctx, ofForm),
    counted: found.length,
    impacts: [...impacts.values()],
    next: found.length === portion ? (found.at(-1)?.id ?? null) : null,
  }
}

async function countOf(ctx: ProcedureContext, which: ReturnType<typeof and>): Promise<number> {
  const [row] = await ctx.tx.select({ number: count() }).from(submissions).where(which)
  return row?.number ?? 0
}
