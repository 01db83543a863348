import { eq } from 'drizzle-orm'
import { canOnForm } from '@send/shared/forms/form-lifecycle'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { audiencesOf } from '../forms/list-available-forms.ts'
import { forms } from '../forms/tables.ts'
import { submissions } from './tables.ts'

/** Begins a form at its latest version; a form that is not live or not for this kind of person is not found. */
export async function startSubmission(
  ctx: ProcedureContext<Actor>,
  formId: string,
): Promise<{ submissionId: string }> {
  const [form] = await ctx.tx.select().from(forms).where(eq(forms.id, formId))
  if (!form || !canOnForm(form.live ? 'live' : 'notLive', 'start')) throw notFound()
  const definition = await getFormVersion(ctx, formId, form.latestVersion)
  if (!audiencesOf(ctx.actor).includes(definition.audience)) throw notFound()
  const submissionId = newId()
  const startedAt = ctx.now()
  await ctx.tx.insert(submissions).values({
    id: submissionId,
    ownerUserId: ctx.actor.userId,
    formId,
    formVersion: form.latestVersion,
    status: 'inProgress',
    startedAt,
    changedAt: startedAt,
  })
  await ctx.audit({ action: 'submissions.start', objectKind: 'submission', objectId: submissionId })
  return { submissionId }
}
