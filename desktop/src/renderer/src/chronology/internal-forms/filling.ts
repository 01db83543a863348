import type { Answers } from '@send/shared/forms/answers'
import type { Answer } from '@send/shared/forms/questions/question-types'
import { isSameValue } from '@send/shared/forms/versions/same-value'

/** An answer that somebody else changed while it was typed here: both stand beside each other until somebody decides. */
export type Conflict = { questionId: string; mine: Answer; theirs: Answer; by: string; at: string }

/** What somebody else typed, as the server tells it. */
type Theirs = { questionId: string; value: Answer; by: string; at: string }

/** A form as it stands in the window. Nothing that was typed leaves it before the server has kept it. */
export type Filling = {
  answers: Answers
  /** What was typed and is not kept yet, by question. */
  pending: Answers
  conflicts: Conflict[]
  revision: number
  /** Grows for a question whose answer came from elsewhere than its own boxes. */
  versions: Record<string, number>
}

export function openFilling(answers: Answers, revision: number): Filling {
  return { answers, pending: {}, conflicts: [], revision, versions: {} }
}

/** The form after something was typed; what is in dispute waits for a decision and is not sent. */
export function typeAnswers(filling: Filling, typed: Answers): Filling {
  const changed = Object.entries(typed).filter(([id, answer]) => !isSameValue(filling.answers[id], answer))
  if (changed.length === 0) return filling
  const values = Object.fromEntries(changed)
  const disputed = new Set(filling.conflicts.map(({ questionId }) => questionId))
  const toSave = Object.fromEntries(changed.filter(([id]) => !disputed.has(id)))
  return {
    ...filling,
    answers: { ...filling.answers, ...values },
    pending: { ...filling.pending, ...toSave },
    conflicts: filling.conflicts.map((conflict) => {
      const mine = values[conflict.questionId]
      return mine === undefined ? conflict : { ...conflict, mine }
    }),
  }
}

/** Answers that come from elsewhere than their boxes, such as the person's record: these are drawn anew. */
export function takeOver(filling: Filling, answers: Answers): Filling {
  return redraw(typeAnswers(filling, answers), Object.keys(answers))
}

export type Saved = { revision: number; conflicts: readonly Theirs[]; others: readonly Theirs[] }

/** The form after the server has kept what was sent: what was typed meanwhile still waits. */
export function takeSaved(filling: Filling, sent: Answers, { revision, conflicts, others }: Saved): Filling {
  const disputed = new Set(conflicts.map(({ questionId }) => questionId))
  const pending = Object.fromEntries(
    Object.entries(filling.pending).filter(
      ([id, answer]) => !disputed.has(id) && !isSameValue(sent[id], answer),
    ),
  )
  const taken = others.filter(({ questionId, value }) => {
    const isOurs = questionId in pending || filling.conflicts.some((one) => one.questionId === questionId)
    return !isOurs && !isSameValue(filling.answers[questionId], value)
  })
  const theirs = Object.fromEntries(taken.map(({ questionId, value }) => [questionId, value]))
  const fresh = conflicts.flatMap(({ questionId, value, by, at }): Conflict[] => {
    const mine = filling.answers[questionId]
    return mine === undefined ? [] : [{ questionId, mine, theirs: value, by, at }]
  })
  const known = filling.conflicts.filter(({ questionId }) => !disputed.has(questionId))
  const answers = { ...filling.answers, ...theirs }
  return redraw(
    { ...filling, answers, pending, revision, conflicts: [...known, ...fresh] },
    Object.keys(theirs),
  )
}

/** The form after somebody decided about an answer in dispute: mine is sent again, theirs stands already. */
export function decide(filling: Filling, questionId: string, choice: 'mine' | 'theirs'): Filling {
  const conflict = filling.conflicts.find((one) => one.questionId === questionId)
  if (!conflict) return filling
  const value = choice === 'mine' ? conflict.mine : conflict.theirs
  const pending = choice === 'mine' ? { ...filling.pending, [questionId]: value } : filling.pending
  const conflicts = filling.conflicts.filter((one) => one !== conflict)
  const decided = { ...filling, answers: { ...filling.answers, [questionId]: value }, pending, conflicts }
  return redraw(decided, [questionId])
}

/** Whether everything that was typed is kept by the server. */
export function isAllKept({ pending, conflicts }: Filling): boolean {
  return Object.keys(pending).length === 0 && conflicts.length === 0
}

function redraw(filling: Filling, questionIds: readonly string[]): Filling {
  if (questionIds.length === 0) return filling
  const grown = questionIds.map((id) => [id, (filling.versions[id] ?? 0) + 1])
  return { ...filling, versions: { ...filling.versions, ...Object.fromEntries(grown) } }
}
