import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { eq } from 'drizzle-orm'
import type { Language } from '@send/shared/texts/language'
import type { Actor, ProcedureContext } from '../../context.ts'
import { users } from '../tables.ts'
import { requireOwnPortalAccount } from './get-own-account.ts'

export type OwnDetails = {
  name: string
  phone: string | null
  jobTitle: string | null
  citizenKind?: CitizenKind | undefined
  language: Language
}

/** Changes name, contact details, language and, for citizens alone, who they are; for professionals the job title. */
export async function setOwnDetails(
  ctx: ProcedureContext<Actor>,
  given: OwnDetails,
): Promise<{ outcome: 'saved' }> {
  const user = await requireOwnPortalAccount(ctx)
  const { name, phone, language } = given
  const jobTitle = user.kind === 'professional' ? given.jobTitle : null
  const citizenKind = user.kind === 'citizen' ? (given.citizenKind ?? user.citizenKind) : null
  const after = { name, phone, jobTitle, citizenKind, language }
  await ctx.tx.update(users).set(after).where(eq(users.id, user.id))
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((part) => user[part] !== after[part])
  const event = { action: 'ownAccount.setDetails', objectKind: 'user', objectId: user.id }
  await ctx.audit({ ...event, details: { changed } })
  return { outcome: 'saved' }
}
