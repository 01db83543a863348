import type { BulkKind, LeftOut } from '@send/shared/suspense/bulk-decision'
import { isDifference } from '@send/shared/suspense/matching/propose-state'
import { canInSuspense, type SuspenseAction } from '@send/shared/suspense/suspense-lifecycle'
import type { IncomingChild } from '../lock-for-decision.ts'
import type { Selected } from './read-selected.ts'

/** What of a child was seen: by a preview its version alone, by whoever confirms also who is proposed. */
type Seen = { version: number; personId?: string | null }

const actionOf = {
  confirm: 'match',
  addAsNew: 'addAsNew',
  discard: 'discard',
  take: 'hold',
} as const satisfies Record<Exclude<BulkKind, 'release'>, SuspenseAction>

/**
 * Why nothing may be done about a child among others; undefined where it may. The preview asks this, and each decision
 * once more under the lock of its child, so that both give the same reasons.
 */
export function findWhyLeftOut(kind: BulkKind, selected: Selected, seen: Seen): LeftOut | undefined {
  const { child, holder, question, version } = selected
  if (kind === 'release') return holder?.isMySession ? undefined : { because: 'notHeldByMe' }
  if (!canInSuspense(child.state, actionOf[kind])) {
    const at = (child.settledAt ?? child.waitingSince).toISOString()
    return { because: 'decided', by: selected.settledBy, at }
  }
  if (holder && !holder.isMe) return { because: 'held', by: holder.by, since: holder.since }
  // Also of one’s own, since that whose card is open is not kept after it is closed.
  if (kind === 'take') return undefined
  if (version !== seen.version) return { because: 'changed' }
  if (kind === 'discard') return undefined
  // What the sender says is read before it is decided who the child is.
  if (question) return { because: 'question', state: question }
  if (child.scoredAt === null) return { because: 'notWeighed' }
  return kind === 'confirm' ? findWhyNotConfirmed(child, seen) : findWhyNotNew(child)
}

function findWhyNotConfirmed(child: IncomingChild, { personId }: Seen): LeftOut | undefined {
  const [best] = child.candidates
  if (!best || child.state === 'unmatched') return { because: 'nobodyProposed' }
  if (child.state !== 'autoMatched') {
    const { vetoes, probability } = best
    const differs = best.reasons.filter(isDifference).map(({ reason }) => reason)
    return { because: 'notAutomatic', vetoes, differs, probability }
  }
  return personId === undefined || personId === best.personId ? undefined : { because: 'changed' }
}

function findWhyNotNew(child: IncomingChild): LeftOut | undefined {
  if (child.state !== 'unmatched') return { because: 'somebodyProposed' }
  const near = child.candidates.filter(({ decision }) => decision !== 'unlikely')
  if (near.length > 0) return { because: 'nearCandidates', number: near.length }
  if (child.flags.length > 0) return { because: 'unreadable' }
  const isKnown = child.givenNames && child.familyName && child.dateOfBirth
  return isKnown ? undefined : { because: 'tooFewData' }
}
