import { and, desc, eq } from 'drizzle-orm'
import { findPage, listPageQuestions, type Page } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { isOpenPage, type HelpEndReason } from '@send/shared/submissions/form-helpers'
import { asTheSystem } from '../../as-the-system.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { submissions } from '../tables.ts'
import { isStillColleague } from './find-helper.ts'
import { formHelpers } from './tables.ts'

export type EndedHelp = {
  why: HelpEndReason | 'lessAllowed'
  ownerName: string
  /** The page as it is blank, so that what was typed there can be shown to whoever typed it; null where it was never open. */
  page: Page | null
}

/**
 * Why a helper can no longer open a form, or save a page that was open to them, and its questions without any condition. Of answers nothing
 * is told, and whoever never was a helper finds nothing.
 */
export async function findEndedHelp(
  ctx: ProcedureContext<Actor>,
  { submissionId, pageId }: { submissionId: string; pageId?: string | undefined },
): Promise<EndedHelp> {
  const [helper] = await ctx.tx
    .select()
    .from(formHelpers)
    .where(and(eq(formHelpers.submissionId, submissionId), eq(formHelpers.userId, ctx.actor.userId)))
    .orderBy(desc(formHelpers.invitedAt))
    .limit(1)
  if (!helper) throw notFound()
  const [form] = await asTheSystem(ctx, () =>
    ctx.tx
      .select({ submission: submissions, ownerName: users.name })
      .from(submissions)
      .innerJoin(users, eq(users.id, submissions.ownerUserId))
      .where(eq(submissions.id, submissionId)),
  )
  if (!form) throw notFound()
  const { formId, formVersion } = form.submission
  const found =
    pageId === undefined ? undefined : findPage(await getFormVersion(ctx, formId, formVersion), pageId)
  await ctx.audit({ action: 'sharedForms.findEnded', objectKind: 'submission', objectId: submissionId })
  const isOver = helper.endedAt !== null || !(await isStillColleague(ctx, helper, ctx.actor.userId))
  return {
    why: isOver ? (helper.endReason ?? 'withdrawn') : 'lessAllowed',
    ownerName: form.ownerName,
    page: found && isOpenPage(helper.pageIds, found.id) ? blankPage(found) : null,
  }
}

/** The questions of a page that helpers are asked, in one list. */
function blankPage({ id, title, ...page }: Page): Page {
  const questions = listPageQuestions({ id, title, ...page })
    .filter(({ type }) => type !== 'declaration' && type !== 'calculated')
    .map(withoutConditions)
  return { id, title, questions }
}

function withoutConditions(question: Question): Question {
  const { showIf: _, requiredIf: _required, rules: _rules, ...plain } = question
  return plain
}
