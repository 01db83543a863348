import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { HelperRole } from '@send/shared/submissions/form-helpers'
import type { Text } from '@send/shared/texts/language'
import { asTheSystem } from '../../as-the-system.ts'
import { isWorkingFor } from '../../accounts/organisations/working-for.ts'
import { canSignIn } from '../../accounts/can-sign-in.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { formVersions } from '../../forms/tables.ts'
import { submissions } from '../tables.ts'
import { formHelpers } from './tables.ts'

export type SharedWithMe = {
  submissionId: string
  title: Text
  ownerName: string
  role: HelperRole
  changedAt: string
}

/** The forms in progress that others share with the asker, the last changed first. */
export async function listSharedForms(ctx: ProcedureContext<Actor>): Promise<{ forms: SharedWithMe[] }> {
  const { userId } = ctx.actor
  const rows = await asTheSystem(ctx, () =>
    ctx.tx
      .select({
        submission: submissions,
        role: formHelpers.role,
        title: formVersions.definition,
        ownerName: users.name,
      })
      .from(formHelpers)
      .innerJoin(submissions, eq(submissions.id, formHelpers.submissionId))
      .innerJoin(users, eq(users.id, submissions.ownerUserId))
      .innerJoin(
        formVersions,
        and(eq(formVersions.formId, submissions.formId), eq(formVersions.number, submissions.formVersion)),
      )
      .where(
        and(
          eq(formHelpers.userId, userId),
          isNull(formHelpers.endedAt),
          eq(submissions.status, 'inProgress'),
          canSignIn(),
          isStillMine(ctx),
        ),
      )
      .orderBy(desc(submissions.changedAt)),
  )
  const details = { count: rows.length }
  await ctx.audit({ action: 'sharedForms.listMine', objectKind: 'user', objectId: userId, details })
  const forms = rows.map(({ submission, role, title, ownerName }) => ({
    submissionId: submission.id,
    title: title.title,
    ownerName,
    role,
    changedAt: submission.changedAt.toISOString(),
  }))
  return { forms }
}

/** As `isStillColleague`. */
function isStillMine(ctx: ProcedureContext<Actor>) {
  return or(
    isNull(formHelpers.organisationId),
    isWorkingFor(formHelpers.organisationId, ctx.actor.userId, ctx.now()),
  )
}
