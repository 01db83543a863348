import type { Answers } from '../answers.ts'
import { isAnswered } from '../answers.ts'
import type { FormDefinition } from '../form-definition.ts'
import { listQuestions } from '../form-definition.ts'
import { compileForm } from '../logic/compile-form.ts'
import { evaluate } from '../logic/evaluate.ts'
import type { FormState } from '../logic/evaluate.ts'
import { listCountedAnswers } from '../logic/form-state.ts'
import { validateAskedForm } from '../logic/validate-asked.ts'
import type { PlainDate } from '../../values/plain-date.ts'
import { carryAnswers, keepsFiles } from './carry-answers.ts'
import type { Carried, StoredAnswers } from './carry-answers.ts'

/** How many people's answers to one question a new version would not take over, and how many it would not accept. */
export type QuestionImpact = { questionId: string; wording: string; lost: number; noLongerValid: number }

/** What a new version would do to the forms in progress on one version: numbers alone, nothing that was answered. */
export type VersionImpact = {
  version: number
  inProgress: number
  /** How many of them lose nothing and have nothing to mend. */
  unharmed: number
  questions: QuestionImpact[]
}

/** A form in progress: its stored answers, and the questions to which files were given. */
export type InProgress = { answers: StoredAnswers; fileIds: Readonly<Record<string, string[]>> }

/** What moving one form in progress to another version means for its answers. */
export type Move = Carried & {
  asideFiles: string[]
  /** The questions whose answer has no place any more, or would no longer be asked for. */
  lost: string[]
  noLongerValid: string[]
}

/** Works out the move of one form in progress. */
export type PlanMove = (content: InProgress) => Move

/**
 * Prepares to move forms in progress from one version to another, with the logic and the validation that decide
 * whether a form can be sent. Preparing costs as much as many moves.
 */
export function prepareMoves(before: FormDefinition, after: FormDefinition, today: PlainDate): PlanMove {
  const [older, newer] = [compileForm(before), compileForm(after)]
  return ({ answers, fileIds }) => {
    const carried = carryAnswers(before, after, answers)
    const asideFiles = Object.keys(fileIds).filter((questionId) => !keepsFiles(after, questionId))
    const was = judge(evaluate(older, { ...answers, ...withFiles(fileIds) }, { today }))
    const is = judge(evaluate(newer, { ...carried.kept, ...withFiles(fileIds) }, { today }))
    const aside = new Set([...Object.keys(carried.aside), ...asideFiles])
    const hidden = [...was.answered].filter((id) => !is.answered.has(id) && !aside.has(id))
    const noLongerValid = [...is.wrong].filter((questionId) => !was.wrong.has(questionId))
    return { ...carried, asideFiles, lost: [...aside, ...hidden], noLongerValid }
  }
}

function withFiles(fileIds: InProgress['fileIds']): Answers {
  return Object.fromEntries(
    Object.entries(fileIds).map(([questionId, ids]) => [questionId, { fileIds: ids }]),
  )
}

/** The questions whose answer would be sent, and those of them whose answer would be refused. */
function judge(state: FormState): { answered: Set<string>; wrong: Set<string> } {
  const counted = listCountedAnswers(state)
  const questions = listQuestions(state.form.definition).filter(({ type }) => type !== 'calculated')
  const answered = questions.filter((question) => isAnswered(question, counted)).map(({ id }) => id)
  const problems = new Set(validateAskedForm(state, 'en').map(({ questionId }) => questionId))
  // What is merely missing yet is not wrong.
  return { answered: new Set(answered), wrong: new Set(answered.filter((id) => problems.has(id))) }
}

/** The impact with one more form in progress counted. */
export function countMove(impact: VersionImpact, move: Move, before: FormDefinition): VersionImpact {
  const questions = [...impact.questions]
  const bump = (questionId: string, key: 'lost' | 'noLongerValid') => {
    const place = questions.findIndex((question) => question.questionId === questionId)
    const known = questions[place] ?? {
      questionId,
      wording: listQuestions(before).find(({ id }) => id === questionId)?.wording.en ?? '',
      lost: 0,
      noLongerValid: 0,
    }
    questions[place === -1 ? questions.length : place] = { ...known, [key]: known[key] + 1 }
  }
  for (const questionId of move.lost) bump(questionId, 'lost')
  for (const questionId of move.noLongerValid) bump(questionId, 'noLongerValid')
  const unharmed = move.lost.length + move.noLongerValid.length === 0 ? 1 : 0
  return {
    version: impact.version,
    inProgress: impact.inProgress + 1,
    unharmed: impact.unharmed + unharmed,
    questions,
  }
}

/** Two parts of a count as one; used where a long count is told in portions. */
export function addImpacts(one: readonly VersionImpact[], other: readonly VersionImpact[]): VersionImpact[] {
  const sums = new Map(one.map((impact) => [impact.version, impact]))
  for (const impact of other) {
    const known = sums.get(impact.version)
    sums.set(impact.version, known ? addTo(known, impact) : impact)
  }
  return [...sums.values()].toSorted((a, b) => b.version - a.version)
}

function addTo(one: VersionImpact, other: VersionImpact): VersionImpact {
  const questions = new Map(one.questions.map((question) => [question.questionId, question]))
  for (const question of other.questions) {
    const known = questions.get(question.questionId)
    questions.set(question.questionId, {
      ...question,
      lost: question.lost + (known?.lost ?? 0),
      noLongerValid: question.noLongerValid + (known?.noLongerValid ?? 0),
    })
  }
  return {
    version: one.version,
    inProgress: one.inProgress + other.inProgress,
    unharmed: one.unharmed + other.unharmed,
    questions: [...questions.values()],
  }
}
