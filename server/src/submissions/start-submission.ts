import { eq } from 'drizzle-orm'
import type { Audience } from '@send/shared/forms/form-definition'
import { canOnForm, statusOn } from '@send/shared/forms/form-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { audiencesOf, audiencesOfPortal, isForPortals } from '../forms/list-available-forms.ts'
import { forms } from '../forms/tables.ts'
import { prefillAnswers } from './prefill-answers.ts'
import { prefillChild, type AskedFor } from './prefill-child.ts'
import { submissions } from './tables.ts'

/**
 * Begins a form at its latest version. A form that is not live or of the other portal is not found; one for the
 * other kind of citizen is refused with what to do.
 */
export async function startSubmission(
  ctx: ProcedureContext<Actor>,
  formId: string,
  asked?: AskedFor,
): Promise<{ submissionId: string }> {
  const [form] = await ctx.tx.select().from(forms).where(eq(forms.id, formId))
  if (!form || !canOnForm(statusOn(form, dateInLondon(ctx.now())), 'start')) throw notFound()
  const definition = await getFormVersion(ctx, formId, form.latestVersion)
  if (!isForPortals(definition)) throw notFound()
  requireAudience(ctx.actor, definition.audience)
  const submissionId = newId()
  const startedAt = ctx.now()
  await ctx.tx.insert(submissions).values({
    id: submissionId,
    ownerUserId: ctx.actor.userId,
    organisationId: asked?.organisationId ?? null,
    formId,
    formVersion: form.latestVersion,
    status: 'inProgress',
    startedAt,
    changedAt: startedAt,
  })
  // Earlier forms of theirs may be about another child than the one they are asked about.
  if (asked) await prefillChild(ctx, { submissionId, definition, child: asked.child })
  else await prefillAnswers(ctx, submissionId, definition)
  await ctx.audit({ action: 'submissions.start', objectKind: 'submission', objectId: submissionId })
  return { submissionId }
}

function requireAudience(actor: Actor, audience: Audience): void {
  if (audiencesOf(actor).includes(audience)) return
  if (audience === 'professionals' || !audiencesOfPortal(actor).includes(audience)) throw notFound()
  throw new SendError('not-allowed', translator('en')(`portal.forOthers.${audience}`))
}
