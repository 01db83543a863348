import { z } from 'zod'

/** What a portal user is to a child for whom the authority has authenticated them. */
export const accessRelations = ['parentCarer', 'youngPerson', 'professional', 'expert'] as const
export const AccessRelation = z.enum(accessRelations)
export type AccessRelation = z.infer<typeof AccessRelation>

/** The parts of a child's case that an authentication opens. */
export const childScopes = ['progress', 'forms', 'documents', 'messages'] as const
export const ChildScope = z.enum(childScopes)
export type ChildScope = z.infer<typeof ChildScope>

/** One authentication as the rules see it; times in ISO 8601. */
export type AccessPeriod = {
  scopes: readonly ChildScope[]
  startsAt: string
  endsAt: string | null
  endedAt: string | null
}

/** Whether an authentication counts at a moment: begun, not past its end, not ended by the authority. */
export function isActive({ startsAt, endsAt, endedAt }: AccessPeriod, now: string): boolean {
  return startsAt <= now && endedAt === null && (endsAt === null || endsAt > now)
}

/** Whether any of somebody's authentications for a child opens a part of the case at a moment. */
export function opens(periods: readonly AccessPeriod[], scope: ChildScope, now: string): boolean {
  return periods.some((period) => period.scopes.includes(scope) && isActive(period, now))
}
