import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { findLiveForm } from './live-forms.ts'

/** Where on the portals a live form is to be had to be filled in by hand, and its code. */
export async function findBlankForm(
  ctx: ProcedureContext<Actor>,
  formId: string,
): Promise<{ address: string; code: string }> {
  const live = await findLiveForm(ctx, formId)
  if (!live) throw notFound()
  const { citizen, professional } = ctx.services.portal.origins
  const origin = live.definition.audience === 'professionals' ? professional : citizen
  return { address: `${origin}/forms/${live.form.id}/blank.pdf`, code: live.form.code }
}
