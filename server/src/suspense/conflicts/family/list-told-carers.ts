import { readCarers, type Sender } from '@send/shared/suspense/conflicts/family/read-carers'
import { joinCarers, type ToldCarer } from '@send/shared/suspense/conflicts/family/told-carer'
import { dateInLondon } from '@send/shared/values/plain-date'
import { and, asc, eq, ne } from 'drizzle-orm'
import { users } from '../../../accounts/tables.ts'
import type { WorkContext } from '../../../context.ts'
import { getFormVersion } from '../../../forms/get-form-version.ts'
import { readAnswers } from '../../../submissions/read-answers.ts'
import { submissions } from '../../../submissions/tables.ts'
import type { IncomingChild } from '../../lock-for-decision.ts'

/**
 * The parents and carers of whom the forms of an incoming child tell, the first form first. A line of a file tells of none. The
 * account of a sender counts only on the portal of families, and not a young person’s own.
 */
export async function listToldCarers(ctx: WorkContext, child: IncomingChild): Promise<ToldCarer[]> {
  if (child.source === 'school') return []
  const { id, formId, formVersion, ownerUserId, submittedAt } = submissions
  const forms = await ctx.tx
    .select({
      id,
      formId,
      formVersion,
      sender: { name: users.name, email: users.email, phone: users.phone },
    })
    .from(submissions)
    .innerJoin(users, eq(users.id, ownerUserId))
    .where(and(eq(submissions.incomingChildId, child.id), ne(submissions.status, 'inProgress')))
    .orderBy(asc(submittedAt), asc(id))
  const told: ToldCarer[] = []
  for (const form of forms) told.push(...(await readForm(ctx, form, child.source === 'parent')))
  return joinCarers(told)
}

type Form = { id: string; formId: string; formVersion: number; sender: Sender }

async function readForm(ctx: WorkContext, form: Form, isParent: boolean): Promise<ToldCarer[]> {
  const definition = await getFormVersion(ctx, form.formId, form.formVersion)
  const answers = await readAnswers(ctx, form.id, definition, [])
  const today = dateInLondon(ctx.now())
  return readCarers({ definition, answers, sender: isParent ? form.sender : null, today })
}
