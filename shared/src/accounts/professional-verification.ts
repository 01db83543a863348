import { z } from 'zod'

/** What the authority may decide about a professional. */
export const VerificationDecision = z.enum(['verified', 'refused', 'withdrawn'])
export type VerificationDecision = z.infer<typeof VerificationDecision>

/** How a professional stands: `unverified` when nothing was decided, `expired` when a yes ran out. */
export const verificationStates = ['unverified', 'verified', 'expired', 'refused', 'withdrawn'] as const
export const VerificationState = z.enum(verificationStates)
export type VerificationState = z.infer<typeof VerificationState>

/** One decision as the rules see it; times in ISO 8601. */
export type DecidedVerification = {
  decision: VerificationDecision
  decidedAt: string
  expiresAt: string | null
}

/** How a professional stands at a moment: the newest decision counts, and a yes only until it expires. */
export function verificationState(decisions: readonly DecidedVerification[], now: string): VerificationState {
  const newest = decisions.reduce<DecidedVerification | undefined>(
    (latest, next) => (latest && latest.decidedAt > next.decidedAt ? latest : next),
    undefined,
  )
  if (!newest) return 'unverified'
  const isOver = newest.expiresAt !== null && newest.expiresAt <= now
  return newest.decision === 'verified' && isOver ? 'expired' : newest.decision
}
