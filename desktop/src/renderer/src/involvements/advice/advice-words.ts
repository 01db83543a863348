import {
  isOpenAdvice,
  isOverdueAdvice,
  nearnessOf,
  type AdviceState,
} from '@send/shared/involvements/advice-request'
import { translator } from '@send/shared/texts/translator'
import type { PlainDate } from '@send/shared/values/plain-date'

import type { RouterOutputs } from '../../api.ts'
import type { StatusShape } from '../../submissions/work-list/StatusMark.tsx'

export const t = translator('en')

export type Advice = RouterOutputs['advice']['listOfPerson']['requests'][number]

const shapes: Record<AdviceState, StatusShape> = {
  asked: 'waiting',
  inProgress: 'filled',
  answered: 'done',
  notKnown: 'done',
  withdrawn: 'open',
}

/** The state of a request by shape and word; one that is late says so instead. */
export function adviceMark(advice: Pick<Advice, 'state' | 'dueOn'>, today: PlainDate) {
  const nearness = nearnessOf(advice.dueOn, today)
  if (isOverdueAdvice(advice, today) && nearness.when === 'overdue')
    return { shape: 'warning' as const, word: t('adviceOfPerson.overdue', { count: nearness.days }) }
  return { shape: shapes[advice.state], word: t(`adviceOfPerson.state.${advice.state}`) }
}

/** How near the day is on which an answer is due, while one is waited for; '' after, and when it is late. */
export function nearnessInWords({ state, dueOn }: Pick<Advice, 'state' | 'dueOn'>, today: PlainDate): string {
  const nearness = nearnessOf(dueOn, today)
  if (!isOpenAdvice(state)) return ''
  switch (nearness.when) {
    case 'overdue':
      return ''
    case 'today':
      return t('adviceOfPerson.today')
    case 'tomorrow':
      return t('adviceOfPerson.inDays', { count: 1 })
    case 'later':
      return t('adviceOfPerson.inDays', { count: nearness.days })
  }
}

/** How many requests wait for their answers, and how many of them are late. */
export function summaryInWords(requests: readonly Advice[], today: PlainDate): string {
  const open = requests.filter(({ state }) => isOpenAdvice(state)).length
  const overdue = requests.filter((advice) => isOverdueAdvice(advice, today)).length
  if (open === 0) return t('adviceOfPerson.summaryNone')
  const waiting = t('adviceOfPerson.summary', { count: open })
  return overdue === 0 ? waiting : `${waiting}, ${t('adviceOfPerson.summaryOverdue', { count: overdue })}`
}
