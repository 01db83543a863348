import { adviceState, type AdviceState } from '@send/shared/involvements/advice-request'
import { inLanguage, type Language } from '@send/shared/texts/language'
import { requireOwnPortalAccount } from '../../accounts/own-account/get-own-account.ts'
import { requireRecentPassword } from '../../accounts/recent-password.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { readVisible } from './my-advice.ts'

/** A request for advice that concerns the asker, to take along. */
export type ExportedAdvice = {
  child: string
  organisation: string
  form: string
  askedOn: string
  dueOn: string
  state: AdviceState
  /** What the asker wrote that they looked through, where they answered that the child is not known. */
  whatChecked: string | null
}

/**
 * Of the requests for advice that the asker may see at this moment, those to them by name and those that they work on,
 * handed on or answered, for their own download; the password was given just now. What colleagues do is not theirs.
 */
export async function exportOwnAdvice(
  ctx: ProcedureContext<Actor>,
  language: Language,
): Promise<{ requests: ExportedAdvice[] }> {
  const user = await requireOwnPortalAccount(ctx)
  requireRecentPassword(ctx)
  const visible = await readVisible(ctx)
  const own = visible.filter(({ request: { namedUserId, heldBy, handedBy, notKnownBy } }) =>
    [namedUserId, heldBy, handedBy, notKnownBy].includes(user.id),
  )
  const event = { action: 'advice.exportMine', objectKind: 'user', objectId: user.id }
  await ctx.audit({ ...event, details: { count: own.length } })
  for (const personId of new Set(own.map(({ person }) => person.id)))
    await ctx.audit({ ...event, objectKind: 'person', objectId: personId, personId })
  const requests = own.map(({ request, person, organisation, definition, sentAt }): ExportedAdvice => ({
    child: `${person.givenNames} ${person.familyName}`.trim(),
    organisation,
    form: inLanguage(definition.title, language),
    askedOn: request.askedOn,
    dueOn: request.dueOn,
    state: adviceState({ ...request, sentAt }),
    whatChecked: request.notKnownBy === user.id ? request.whatChecked : null,
  }))
  return { requests }
}
