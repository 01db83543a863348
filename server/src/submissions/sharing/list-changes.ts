import { desc, eq, sql } from 'drizzle-orm'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import { behaviourOf } from '@send/shared/forms/questions/question-types'
import { asTheSystem } from '../../as-the-system.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { answers } from '../tables.ts'
import type { Participant } from './participant.ts'

export type AnswerChange = { questionId: string; pageId: string; userId: string; name: string; at: string }

/** Who changed which answer last, the last first; without what was never answered and, for helpers, what they are not asked. */
export async function listChanges(
  ctx: ProcedureContext<Actor>,
  { submission, helper }: Participant,
): Promise<AnswerChange[]> {
  const by = sql`coalesce(${answers.changedBy}, ${submission.ownerUserId}::uuid)`
  const rows = await asTheSystem(ctx, () =>
    ctx.tx
      .select({ answer: answers, name: users.name, userId: users.id })
      .from(answers)
      .innerJoin(users, eq(users.id, by))
      .where(eq(answers.submissionId, submission.id))
      .orderBy(desc(answers.changedAt)),
  )
  const { pages } = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const asked = new Map(
    pages.flatMap((page) =>
      listPageQuestions(page)
        .filter(({ type }) => helper === null || type !== 'declaration')
        .map((question) => [question.id, { question, pageId: page.id }] as const),
    ),
  )
  return rows.flatMap(({ answer: { questionId, value, changedBy, changedAt }, name, userId }) => {
    const place = asked.get(questionId)
    if (!place || (changedBy === null && behaviourOf(place.question).isEmpty(value))) return []
    return [{ questionId, pageId: place.pageId, userId, name, at: changedAt.toISOString() }]
  })
}
