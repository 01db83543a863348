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
import type { Question } from '../questions/question-types.ts'
import { listAnswerPlaces, questionAt } from './answer-places.ts'
import { carryAnswers, keepsFiles } from './carry-answers.ts'
import type { Carried, StoredAnswers } from './carry-answers.ts'

/**
 * How many answers to one question a new version would not take over, and how many it would not accept. A question of a
 * group has an answer in each item.
 */
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
  /** For each answer that has no place any more, or would no longer be asked for, its question; of each item one. */
  lost: string[]
  /** The same for each answer that would be refused. */
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
    const aside = new Set([...asidePlaces(before, answers, carried), ...asideFiles])
    const hidden = [...was.answered].filter((place) => !is.answered.has(place) && !aside.has(place))
    const noLongerValid = [...is.wrong].filter((place) => !was.wrong.has(place)).map(questionAt)
    return { ...carried, asideFiles, lost: [...aside, ...hidden].map(questionAt), noLongerValid }
  }
}

/** Where the answers stand that are set aside: of a group of which something is kept, only the others. */
function asidePlaces(before: FormDefinition, answers: StoredAnswers, { kept, aside }: Carried): string[] {
  const questions = new Map(listQuestions(before).map((question) => [question.id, question]))
  return Object.keys(aside).flatMap((id) => {
    const question = questions.get(id)
    if (!question) return [id]
    const stays = new Set(listAnswerPlaces(question, kept[id]))
    const places = listAnswerPlaces(question, answers[id]).filter((place) => !stays.has(place))
    // One that cannot be read at all is set aside whole.
    return places.length > 0 ? places : [id]
  })
}

function withFiles(fileIds: InProgress['fileIds']): Answers {
  return Object.fromEntries(
    Object.entries(fileIds).map(([questionId, ids]) => [questionId, { fileIds: ids }]),
  )
}

/** Where the answers stand that would be sent, and those of them that would be refused. */
function judge(state: FormState): { answered: Set<string>; wrong: Set<string> } {
  const counted = listCountedAnswers(state)
  const questions = listQuestions(state.form.definition).filter(({ type }) => type !== 'calculated')
  const answered = questions.flatMap((question) => listAnswerPlaces(question, counted[question.id]))
  const isGroup = new Set(questions.filter(({ type }) => type === 'group').map(({ id }) => id))
  const groups = questions.filter((question) => isGroup.has(question.id) && isAnswered(question, counted))
  const problems = validateAskedForm(state, 'en').map(({ questionId, part }) =>
    part && isGroup.has(questionId) ? `${questionId}.${part}` : questionId,
  )
  // A problem of a box within an answer is one of the answer; what is merely missing yet is not wrong.
  const wrong = [...answered, ...groups.map(({ id }) => id)].filter((place) =>
    problems.some((problem) => problem === place || (place.includes('.') && problem.startsWith(`${place}.`))),
  )
  return { answered: new Set(answered), wrong: new Set(wrong) }
}

/** A question as the officer reads it; one of a group with that of the group before. */
function wordingOf(definition: FormDefinition, questionId: string): string {
  const within = (questions: readonly Question[], path: readonly string[]): string | undefined => {
    for (const question of questions) {
      const words = [...path, question.wording.en]
      if (question.id === questionId) return words.filter(Boolean).join(': ')
      const found = question.type === 'group' ? within(question.questions, words) : undefined
      if (found !== undefined) return found
    }
    return undefined
  }
  return within(listQuestions(definition), []) ?? ''
}

/** The impact with one more form in progress counted. */
export function countMove(impact: VersionImpact, move: Move, before: FormDefinition): VersionImpact {
  const questions = [...impact.questions]
  const bump = (questionId: string, key: 'lost' | 'noLongerValid') => {
    const place = questions.findIndex((question) => question.questionId === questionId)
    const known = questions[place] ?? {
      questionId,
      wording: wordingOf(before, questionId),
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
