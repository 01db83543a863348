import type { FormDefinition, Page } from '../form-definition.ts'
import { listPageQuestions, listQuestions } from '../form-definition.ts'
import { listWithMembers } from '../map-questions.ts'
import { GroupAnswer } from '../questions/group.ts'
import type { Group } from '../questions/group.ts'
import { behaviourOf } from '../questions/question-types.ts'
import type { Question, QuestionType } from '../questions/question-types.ts'
import { compareVersions } from './compare-versions.ts'
import type { VersionChange } from './version-change.ts'

/** Answers as they are stored, by the id of their question. */
export type StoredAnswers = Readonly<Record<string, unknown>>

export type Carried = {
  /** The answers with which the new version begins; each is as it was typed. */
  kept: Record<string, unknown>
  /** The answers that have no place in the new version, whole; they are kept beside it. */
  aside: Record<string, unknown>
}

/**
 * Takes the answers of an unfinished form from one version to another. An answer keeps its place when its question
 * is still there and is answered in the same shape, also where it will not do any more: validation says so, and
 * nothing typed is lost. Of a group the answers to its questions do so one by one; where some have no place, the whole
 * answer is kept aside too. Files and calculated values are no stored answers.
 */
export function carryAnswers(before: FormDefinition, after: FormDefinition, answers: StoredAnswers): Carried {
  const was = new Map(listQuestions(before).map((question) => [question.id, question]))
  const is = new Map(listQuestions(after).map((question) => [question.id, question]))
  const carried: Carried = { kept: {}, aside: {} }
  for (const [questionId, answer] of Object.entries(answers)) {
    const [old, now] = [was.get(questionId), is.get(questionId)]
    const carry = carryAnswer(old, now, answer)
    if (carry.kept !== undefined) carried.kept[questionId] = carry.kept
    if (!carry.whole) carried.aside[questionId] = answer
  }
  return carried
}

/** What is typed into one box and means the same whichever of these types its question has. */
const typedTexts: ReadonlySet<QuestionType> = new Set([
  'shortText',
  'longText',
  'wholeNumber',
  'decimal',
  'money',
  'time',
  'email',
  'phone',
  'nhsNumber',
  'upn',
])

/** What is kept of an answer, and whether that is all there was. */
type Carry = { kept: unknown; whole: boolean }

function carryAnswer(old: Question | undefined, now: Question | undefined, answer: unknown): Carry {
  const nothing = { kept: undefined, whole: old !== undefined && behaviourOf(old).isEmpty(answer) }
  if (!old || !now) return nothing
  if (old.type === 'group' && now.type === 'group') return carryItems(old, now, answer) ?? nothing
  const alike = old.type === now.type || (typedTexts.has(old.type) && typedTexts.has(now.type))
  return alike && behaviourOf(now).parse(answer) !== undefined ? { kept: answer, whole: true } : nothing
}

function carryItems(old: Group, now: Group, answer: unknown): Carry | undefined {
  const items = GroupAnswer.safeParse(answer).data
  if (!items) return undefined
  let whole = true
  const kept = items.map((item) => {
    const answers = Object.entries(item.answers).flatMap(([memberId, value]) => {
      const [was, is] = [old, now].map(({ questions }) => questions.find(({ id }) => id === memberId))
      const carry = carryAnswer(was, is, value)
      whole &&= carry.whole
      return carry.kept === undefined ? [] : [[memberId, carry.kept]]
    })
    return { ...item, answers: Object.fromEntries(answers) as typeof item.answers }
  })
  return { kept, whole }
}

/** Whether files given to a question still have a place. */
export function keepsFiles(after: FormDefinition, questionId: string): boolean {
  return listQuestions(after).some((question) => question.id === questionId && question.type === 'file')
}

/**
 * The pages to look at again: those with a question that is new, that asks something else or more than before, or
 * whose answer will not do any more.
 */
export function listPagesToReview(
  before: FormDefinition,
  after: FormDefinition,
  invalid: ReadonlySet<string>,
): Page[] {
  const changed = compareVersions(before, after).filter(asksSomethingElse)
  const pageIds = new Set(changed.map(({ part }) => part.page?.id))
  return after.pages.filter(
    (page) =>
      pageIds.has(page.id) || listWithMembers(listPageQuestions(page)).some(({ id }) => invalid.has(id)),
  )
}

/** Whether whoever answered before must look again; what only was moved or is no longer asked needs no look. */
function asksSomethingElse(change: VersionChange): boolean {
  const { kind } = change.part
  if (kind === 'option') return change.kind !== 'moved'
  if (kind !== 'question') return false
  switch (change.kind) {
    case 'required':
      return change.required
    case 'limit':
      // A look-up table that grew asks nothing new; an entry that went makes its answer invalid.
      return change.property !== 'entries'
    case 'added':
    case 'text':
    case 'type':
    case 'condition':
      return true
    default:
      return false
  }
}
