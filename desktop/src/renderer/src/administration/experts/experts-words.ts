import type { ExpertState } from '@send/shared/accounts/outside-experts'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import type { StatusShape } from '../../submissions/work-list/StatusMark.tsx'

export const t = translator('en')

export type Expert = RouterOutputs['organisationsAdmin']['listExperts']['experts'][number]

/** The shape of each state, so that it is told apart without its colour. */
export const expertShapes: Record<ExpertState, StatusShape> = {
  invited: 'waiting',
  active: 'done',
  expired: 'warning',
  withdrawn: 'open',
}

/** Who it is: by name once they have accepted, before that by address. */
export function expertName({ name, email }: Pick<Expert, 'name' | 'email'>): string {
  return name ?? email
}
