import { isDeepStrictEqual } from 'node:util'
import { digestAnswer, type PageWindow } from '@send/shared/forms/answer-digest'
import type { Answers } from '@send/shared/forms/answers'
import type { Question } from '@send/shared/forms/questions/question-types'
import type { Answer } from '@send/shared/forms/questions/question-types'
import type { answers } from './tables.ts'

export type KeptAnswer = typeof answers.$inferSelect
/** An answer that two windows changed: what the other one left, which is kept. */
export type Conflict = { questionId: string; value: Answer }

type Settled = {
  /** What is written: with the window, where this one changed it. */
  written: Answers
  /** Questions whose answer stays the window's that changed it earlier. */
  unchanged: Set<string>
  conflicts: Conflict[]
}

/**
 * Decides answer by answer between what a window sends and what is kept. What this window only shows as it was given is
 * never put over what another changed meanwhile; what both changed stays as it is and is told. A save that comes late,
 * behind a newer one of its own window, changes nothing.
 */
export function settleAnswers(
  posted: Answers,
  { questions, kept, window }: { questions: Question[]; kept: KeptAnswer[]; window: PageWindow | undefined },
): Settled {
  const settled: Settled = { written: {}, unchanged: new Set(), conflicts: [] }
  for (const question of questions) {
    const { id } = question
    const mine = posted[id]
    if (mine === undefined) continue
    const known = kept.find(({ questionId }) => questionId === id)
    const isOwn = window !== undefined && known?.windowId === window.windowId
    if (isOwn && isLate(known, window)) continue
    const verdict = isOwn || !window ? 'write' : compare(question, { mine, stored: known?.value, window })
    if (verdict === 'conflict') settled.conflicts.push({ questionId: id, value: known?.value as Answer })
    if (verdict !== 'write') continue
    settled.written[id] = mine
    if (!isOwn && known && isDeepStrictEqual(known.value, mine)) settled.unchanged.add(id)
  }
  return settled
}

/** Without a script nothing is counted, and nothing is sent behind anybody's back. */
function isLate(known: KeptAnswer | undefined, { saveNumber }: PageWindow): boolean {
  return saveNumber > 0 && (known?.saveNumber ?? 0) >= saveNumber
}

function compare(
  question: Question,
  { mine, stored, window }: { mine: Answer; stored: unknown; window: PageWindow },
): 'write' | 'keep' | 'conflict' {
  const now = digestAnswer(question, stored)
  const given = window.seen[question.id] ?? digestAnswer(question, undefined)
  if (now === given) return 'write'
  const sent = digestAnswer(question, mine)
  return sent === given || sent === now ? 'keep' : 'conflict'
}
