import type { AccessRelation, ChildScope } from '@send/shared/accounts/child-access'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import type { StatusShape } from '../../submissions/work-list/StatusMark.tsx'

export const t = translator('en')

export type ListedUser = RouterOutputs['portalUsers']['list']['users'][number]
export type UserDetails = RouterOutputs['portalUsers']['get']
export type Access = UserDetails['access'][number]
export type Claim = RouterOutputs['portalUsers']['listClaims']['claims'][number]
export type YoungPerson = RouterOutputs['portalUsers']['listComingOfAge']['youngPeople'][number]

/** The shape of each state of an account, so that it is told apart without its colour. */
export const stateShapes = {
  open: 'done',
  disabled: 'warning',
  closed: 'open',
} as const satisfies Record<ListedUser['state'], StatusShape>

/** "Parent or carer", or of somebody who has not said it "Family". */
export function kindInWords({ kind, citizenKind }: Pick<ListedUser, 'kind' | 'citizenKind'>): string {
  if (kind === 'professional') return t('portalUsers.kind.professional')
  return citizenKind === null ? t('portalUsers.kind.notSaid') : t(`portalUsers.relation.${citizenKind}`)
}

/** "Parent or carer". */
export function relationInWords(relation: AccessRelation): string {
  return t(`portalUsers.relation.${relation}`)
}

/** "Progress, Forms". */
export function scopesInWords(scopes: readonly ChildScope[]): string {
  return scopes.map((scope) => t(`portalUsers.scope.${scope}`)).join(', ')
}
