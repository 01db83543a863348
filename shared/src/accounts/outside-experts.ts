import { z } from 'zod'

/**
 * An outside expert is invited for one child and one task, by a link that works for a while (`invited`). From the
 * moment they accept they see the child (`active`), until the end that was set beforehand. Whoever does not accept
 * in time, and whoever reached that end, is `expired`. The authority can take it back before: the link is dead, or
 * the child is no longer seen, on the next request (`withdrawn`).
 */
export const ExpertState = z.enum(['invited', 'active', 'expired', 'withdrawn'])
export type ExpertState = z.infer<typeof ExpertState>

/** State → what an officer who shares may do. */
const expertLifecycle = {
  invited: ['withdraw'],
  active: ['withdraw'],
  expired: [],
  withdrawn: [],
} as const satisfies Record<ExpertState, readonly 'withdraw'[]>

/** Whether there is something left to take back. */
export function canWithdrawExpert(state: ExpertState): boolean {
  return expertLifecycle[state].length > 0
}

/** The moments that decide how an expert stands, in ISO 8601; null for what has not happened. */
export type ExpertMoments = {
  usedAt: string | null
  /** Of the invitation. */
  withdrawnAt: string | null
  /** When somebody ended what the expert saw, before its time. */
  endedAt: string | null
  /** Of the link. */
  expiresAt: string
  accessEndsAt: string
}

/** How an expert stands at a moment. */
export function expertState(moments: ExpertMoments, now: string): ExpertState {
  if (moments.withdrawnAt !== null || moments.endedAt !== null) return 'withdrawn'
  if (moments.accessEndsAt <= now) return 'expired'
  if (moments.usedAt !== null) return 'active'
  return moments.expiresAt <= now ? 'expired' : 'invited'
}
