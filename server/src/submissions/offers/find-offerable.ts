import { and, asc, desc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Page } from '@send/shared/forms/form-definition'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { EarlierForm, Offerable } from '@send/shared/submissions/offers/list-offers'
import { ownAccess } from '../../accounts/child-access/active-access.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { people } from '../../people/tables.ts'
import { isOwn, type Submission } from '../find-own-submission.ts'
import { answers, submissions } from '../tables.ts'

/** A child whose name the asker may see, with the person that it is: its name is not told without a line in the trail. */
export type LinkedChild = { personId: string; givenNames: string; familyName: string }
export type FoundOfferable = Offerable & { linked: LinkedChild[] }

/**
 * What may be offered on a page to its owner: nothing that they could not read elsewhere on the portal. Everything is looked
 * up at this moment, so that what has ended meanwhile is gone.
 */
export async function findOfferable(
  ctx: ProcedureContext<Actor>,
  submission: Submission,
  page: Page,
): Promise<FoundOfferable> {
  const wanted = listPageQuestions(page).flatMap(({ prefill }) => (prefill ? [prefill] : []))
  const ids = wanted.flatMap((prefill) => (prefill.from === 'form' ? [prefill.questionId] : []))
  const asksChild = wanted.some(({ from }) => from === 'child')
  const [earlier, linked] = await Promise.all([
    ids.length > 0 || asksChild ? listEarlier(ctx, submission, ids) : [],
    asksChild ? listLinked(ctx) : [],
  ])
  return { earlier, linked, askedChild: submission.askedChild }
}

/** The most answers that are read of earlier forms: of so many nobody confirms any. */
const mostRead = 1000

/**
 * The asker's own sent forms, the last first, with the answers that are wanted and whom they name. What was sent for an
 * organisation is offered within its own forms alone, and only as long as the asker works for it.
 */
async function listEarlier(
  ctx: ProcedureContext<Actor>,
  { organisationId }: Submission,
  questionIds: string[],
): Promise<EarlierForm[]> {
  const { questionId, value } = answers
  // Only the child's details have such parts.
  const namesChild = sql`${value} ?& array['givenNames', 'familyName', 'dateOfBirth', 'upn']`
  const wanted = questionIds.length > 0 ? or(inArray(questionId, questionIds), namesChild) : namesChild
  const { id, formId, formVersion, receivedOn } = submissions
  const rows = await ctx.tx
    .select({ id, formId, formVersion, receivedOn, questionId, value })
    .from(submissions)
    .leftJoin(answers, and(eq(answers.submissionId, id), wanted))
    .where(
      and(
        isOwn(ctx),
        ne(submissions.status, 'inProgress'),
        sql`${submissions.organisationId} is not distinct from ${organisationId}`,
      ),
    )
    .orderBy(desc(submissions.submittedAt), asc(id))
    .limit(mostRead)
  const forms = new Map<string, EarlierForm>()
  for (const row of rows) {
    if (row.receivedOn === null) continue
    const definition = await getFormVersion(ctx, row.formId, row.formVersion)
    const { title } = definition
    const form = forms.get(row.id) ?? { title, on: row.receivedOn, definition, answers: {} }
    forms.set(row.id, form)
    if (row.questionId !== null) form.answers[row.questionId] = row.value as EarlierForm['answers'][string]
  }
  return [...forms.values()]
}

/** The children whose names the portal shows the asker anyway; of more than a few it would be a list to search. */
async function listLinked(ctx: ProcedureContext<Actor>): Promise<LinkedChild[]> {
  return ctx.tx
    .selectDistinct({
      personId: people.id,
      givenNames: people.givenNames,
      familyName: people.familyName,
    })
    .from(childAccess)
    .innerJoin(people, eq(people.id, childAccess.personId))
    .where(ownAccess(ctx, 'progress'))
    .orderBy(asc(people.givenNames), asc(people.id))
    .limit(10)
}
