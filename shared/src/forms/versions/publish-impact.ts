import type { Answers } from '../answers.ts'
import { validateForm } from '../answers.ts'
import type { FormDefinition } from '../form-definition.ts'
import { listQuestions } from '../form-definition.ts'
import { behaviourOf } from '../questions/question-types.ts'
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
export type Move = Carried & { asideFiles: string[]; lost: string[]; noLongerValid: string[] }

/** Works out the move of one form in progress, with the validation that decides whether a form can be sent. */
export function planMove(
  before: FormDefinition,
  after: FormDefinition,
  { answers, fileIds }: InProgress,
  today: PlainDate,
): Move {
  const carried = carryAnswers(before, after, answers)
  const asideFiles = Object.keys(fileIds).filter((questionId) => !keepsFiles(after, questionId))
  const lost = [...Object.keys(carried.aside), ...asideFiles]
  const wrongBefore = findWrong(before, { ...answers, ...withFiles(fileIds) }, today)
  const wrongAfter = findWrong(after, { ...carried.kept, ...withFiles(fileIds) }, today)
  const noLongerValid = [...wrongAfter].filter((questionId) => !wrongBefore.has(questionId))
  return { ...carried, asideFiles, lost, noLongerValid }
}

function withFiles(fileIds: InProgress['fileIds']): Answers {
  return Object.fromEntries(
    Object.entries(fileIds).map(([questionId, ids]) => [questionId, { fileIds: ids }]),
  )
}

/** The answered questions whose answer would be refused; what is merely missing yet is not wrong. */
function findWrong(definition: FormDefinition, answers: StoredAnswers, today: PlainDate): Set<string> {
  const problems = validateForm(definition, answers as Answers, { language: 'en', today })
  const wrong = new Set(problems.map(({ questionId }) => questionId))
  for (const question of listQuestions(definition)) {
    if (behaviourOf(question).isEmpty(answers[question.id])) wrong.delete(question.id)
  }
  return wrong
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
