import { listPagesToReview } from '@send/shared/forms/versions/carry-answers'
import { prepareMoves, type PlanMove } from '@send/shared/forms/versions/publish-impact'
import { Id } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { WorkContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { bringBack, setAside } from './aside-answers.ts'
import { readInProgress } from './read-in-progress.ts'
import { submissions } from './tables.ts'

const Moving = z.object({
  formId: Id,
  fromVersions: z.array(z.int().min(1)).min(1),
  toVersion: z.int().min(1),
})

/** Few enough that nobody who saves a page waits long for the rows of one portion. */
const portion = 50

/**
 * The job after a publication whose officer chose “ask only what changed”: takes the forms in progress on the named
 * versions to the new one, a portion a transaction. What was sent meanwhile stays on its version; what was moved is not
 * found again, so that a repeated job changes nothing.
 */
export async function moveSubmissions(ctx: WorkContext, data: unknown): Promise<void> {
  const moving = Moving.parse(data)
  const { formId, fromVersions, toVersion } = moving
  const found = await ctx.tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.formId, formId),
        eq(submissions.status, 'inProgress'),
        inArray(submissions.formVersion, fromVersions),
      ),
    )
    .orderBy(asc(submissions.id))
    .limit(portion)
    .for('update')
  const ids = found.map(({ id }) => id)
  const contents = await readInProgress(ctx, ids)
  const after = await getFormVersion(ctx, formId, toVersion)
  const plans = new Map<number, PlanMove>()
  const today = dateInLondon(ctx.now())
  for (const submission of found) {
    const before = await getFormVersion(ctx, formId, submission.formVersion)
    const content = contents.get(submission.id) ?? { answers: {}, fileIds: {} }
    const planMove = plans.get(submission.formVersion) ?? prepareMoves(before, after, today)
    plans.set(submission.formVersion, planMove)
    const move = planMove(content)
    await setAside(ctx, submission, { move, content })
    await bringBack(ctx, submission, after)
    const changed = listPagesToReview(before, after, new Set(move.noLongerValid)).map(({ id }) => id)
    const open = new Set([...(submission.pagesToReview ?? []), ...changed])
    const pagesToReview = after.pages.map(({ id }) => id).filter((id) => open.has(id))
    await ctx.tx
      .update(submissions)
      .set({ formVersion: toVersion, movedAt: ctx.now(), pagesToReview })
      .where(eq(submissions.id, submission.id))
    await ctx.audit({
      action: 'submissions.move',
      objectKind: 'submission',
      objectId: submission.id,
      details: {
        from: submission.formVersion,
        to: toVersion,
        setAside: Object.keys(move.aside).length + move.asideFiles.length,
      },
    })
  }
  if (found.length === portion) await ctx.enqueue({ queue: 'move-submissions', data: moving })
}
