export const decisionKinds = ['matched', 'addedAsNew', 'notTheSame', 'discarded'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What people said of the first candidate of a child. A discard says nothing of who the child is. */
export type PastVerdict = 'confirmed' | 'discarded' | Rejection
export const rejections = ['undone', 'notTheSame', 'anotherPerson', 'addedAsNew'] as const
export type Rejection = (typeof rejections)[number]

export type PastDecision = {
  kind: DecisionKind
  /** Who was the first candidate when it was decided. */
  bestPersonId: string
  /** Whom the decision names; null of a discard. */
  personId: string | null
  /** Whether the decision was taken back since: a match undone, “not the same” withdrawn, a discarded child brought back. */
  takenBack: boolean
}

/** What a recorded decision says of the first candidate; undefined when it says nothing of that person. */
export function judgePast({
  kind,
  bestPersonId,
  personId,
  takenBack,
}: PastDecision): PastVerdict | undefined {
  const isBest = personId === bestPersonId
  switch (kind) {
    case 'matched':
      if (takenBack) return isBest ? 'undone' : undefined
      return isBest ? 'confirmed' : 'anotherPerson'
    case 'addedAsNew':
      if (takenBack) return undefined
      // Whoever was added was merged with the first candidate since: it was that person after all.
      return isBest ? 'confirmed' : 'addedAsNew'
    case 'notTheSame':
      return isBest && !takenBack ? 'notTheSame' : undefined
    case 'discarded':
      return takenBack ? undefined : 'discarded'
  }
}

/** Whether people rejected the first candidate. */
export function isRejection(verdict: PastVerdict): verdict is Rejection {
  return (rejections as readonly PastVerdict[]).includes(verdict)
}
