import { z } from 'zod'
import type { PlainDate } from '../values/plain-date.ts'
import { isOpenAdvice, isOverdueAdvice, type AdviceState } from './advice-request.ts'

/**
 * The ways to look at a caseload: the children somebody works with, those whom they took off their list, and those on
 * whom something happened lately.
 */
export const caseloadViews = ['active', 'hidden', 'recent'] as const
export const CaseloadView = z.enum(caseloadViews)
export type CaseloadView = z.infer<typeof CaseloadView>

/** How a child stands on a caseload, the most pressing first. */
export const caseStates = ['overdue', 'due', 'answered', 'noRequest'] as const
export const CaseState = z.enum(caseStates)
export type CaseState = z.infer<typeof CaseState>

type Request = { state: AdviceState; dueOn: PlainDate }

/** How a child stands by the requests about it that somebody may see. */
export function caseStateOf(requests: readonly Request[], today: PlainDate): CaseState {
  if (requests.some((request) => isOverdueAdvice(request, today))) return 'overdue'
  if (requests.some(({ state }) => isOpenAdvice(state))) return 'due'
  return requests.length > 0 ? 'answered' : 'noRequest'
}
