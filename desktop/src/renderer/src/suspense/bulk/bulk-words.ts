import type { BulkKind, LeftOut } from '@send/shared/suspense/bulk-decision'
import { vetoes } from '@send/shared/suspense/matching/vetoes'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { clockInWords, dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { fullName, probabilityInWords } from '../suspense-words.ts'

const t = translator('en')

export type PreviewItem = RouterOutputs['suspense']['getBulkPreview']['items'][number]

/** A child as the tables of a preview and a result name it. */
export function childInWords(item: PreviewItem): string {
  return t('suspense.card', { name: fullName(item), date: dateInWords(item.dateOfBirth) })
}

/** What will happen with a child, and what goes with it or may surprise. */
export function planInWords(kind: BulkKind, item: PreviewItem): { plan: string; notes: string[] } {
  const { person, forms, sharedWith, waitingToo, withdrawsQuestion, decisionDueOn } = item
  const plan =
    kind === 'confirm'
      ? t('suspense.bulk.plan.confirm', {
          person: person ? fullName(person) : '—',
          born: dateInWords(person?.dateOfBirth),
        })
      : t(`suspense.bulk.plan.${kind}`)
  if (kind === 'take' || kind === 'release') return { plan, notes: [] }
  const notes = [
    forms > 0 && t('suspense.bulk.forms', { count: forms }),
    sharedWith > 0 && t('suspense.bulk.sharedWith', { count: sharedWith }),
    waitingToo > 0 && t('suspense.bulk.waitingToo', { count: waitingToo }),
    withdrawsQuestion && t('suspense.bulk.withdraws'),
    kind === 'discard' && decisionDueOn && t('suspense.bulk.due', { due: dateInWords(decisionDueOn) }),
  ]
  return { plan, notes: notes.filter((note) => note !== false && note !== null) }
}

/** Why nothing happens with a child. */
export function leftOutInWords(why: LeftOut): string {
  switch (why.because) {
    case 'decided':
      return t('suspense.left.decided', { by: why.by, when: momentInWords(why.at) })
    case 'held':
      return t('suspense.left.held', { by: why.by, since: clockInWords(why.since) })
    case 'question':
      return t(`suspense.left.question.${why.state}`)
    case 'nearCandidates':
      return t('suspense.left.nearCandidates', { count: why.number })
    case 'sameChild':
      return t('suspense.left.sameChild', { child: why.as })
    case 'notAutomatic':
      return notAutomaticInWords(why)
    case 'notHeldByMe':
    case 'changed':
    case 'notWeighed':
    case 'nobodyProposed':
    case 'somebodyProposed':
    case 'tooFewData':
    case 'unreadable':
      return t(`suspense.left.${why.because}`)
  }
}

function notAutomaticInWords({
  vetoes: against,
  differs,
  probability,
}: Extract<LeftOut, { because: 'notAutomatic' }>): string {
  const fields = differs.map((field) => t(`suspense.reason.${field}`)).join(', ')
  const reasons = [
    ...against.map((veto) => vetoes[veto]),
    ...(fields ? [t('suspense.left.differs', { fields })] : []),
  ]
  if (reasons.length > 0) return reasons.join(' · ')
  return t('suspense.left.notCertain', { percent: probabilityInWords(probability) })
}
