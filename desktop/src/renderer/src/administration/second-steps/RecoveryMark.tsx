import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark, type StatusShape } from '../../submissions/work-list/StatusMark.tsx'
import { recoveryPhase, t, type Recovery } from './second-steps-words.ts'

const shapes: Record<ReturnType<typeof recoveryPhase>, StatusShape> = {
  waiting: 'filled',
  resting: 'waiting',
  open: 'done',
}

/** How far a recovery is, with the moment at which that changes by itself. */
export function RecoveryMark({ recovery, now }: { recovery: Recovery; now: Date }) {
  const phase = recoveryPhase(recovery, now)
  const { opensAt, expiresAt } = recovery
  const until = phase === 'resting' ? opensAt : expiresAt
  const word = t(`recoveries.phase.${phase}`, { when: until ? momentInWords(until) : '' })
  return <StatusMark shape={shapes[phase]} word={word} />
}
