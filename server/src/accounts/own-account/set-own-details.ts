import { eq } from 'drizzle-orm'
import type { Language } from '@send/shared/texts/language'
import type { Actor, ProcedureContext } from '../../context.ts'
import { users } from '../tables.ts'
import { requireOwnPortalAccount } from './get-own-account.ts'

export type OwnDetails = { name: string; phone: string | null; jobTitle: string | null; language: Language }

/** Changes name, contact details and language; a job title is kept for professionals alone. */
export async function setOwnDetails(
  ctx: ProcedureContext<Actor>,
  { name, phone, jobTitle, language }: OwnDetails,
): Promise<{ outcome: 'saved' }> {
  const user = await requireOwnPortalAccount(ctx)
  const title = user.kind === 'professional' ? jobTitle : null
  await ctx.tx.update(users).set({ name, phone, jobTitle: title, language }).where(eq(users.id, user.id))
  const after = { name, phone, jobTitle: title, language }
  const changed = (Object.keys(after) as (keyof OwnDetails)[]).filter((part) => user[part] !== after[part])
  const event = { action: 'ownAccount.setDetails', objectKind: 'user', objectId: user.id }
  await ctx.audit({ ...event, details: { changed } })
  return { outcome: 'saved' }
}
