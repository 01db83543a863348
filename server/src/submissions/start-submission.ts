import { eq } from 'drizzle-orm'
import type { Audience } from '@send/shared/forms/form-definition'
import { canOnForm, statusOn } from '@send/shared/forms/form-lifecycle'
import type { NamedChild } from '@send/shared/submissions/offers/named-child'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { audiencesOf, audiencesOfPortal, isForPortals } from '../forms/list-available-forms.ts'
import { forms } from '../forms/tables.ts'
import { submissions } from './tables.ts'

/** For whose request a form is begun, and about which child: who that is will be offered. */
export type AskedFor = { organisationId: string; child: NamedChild }

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
    askedChild: asked ? nameOf(asked.child) : null,
  })
  await ctx.audit({ action: 'submissions.start', objectKind: 'submission', objectId: submissionId })
  return { submissionId }
}

/** Of what may be a whole record, the name and the date of birth alone. */
function nameOf({ givenNames, familyName, dateOfBirth }: NamedChild): NamedChild {
  return { givenNames, familyName, dateOfBirth }
}

function requireAudience(actor: Actor, audience: Audience): void {
  if (audiencesOf(actor).includes(audience)) return
  if (audience === 'professionals' || !audiencesOfPortal(actor).includes(audience)) throw notFound()
  throw new SendError('not-allowed', translator('en')(`portal.forOthers.${audience}`))
}
