import type { FormDefinition, Page } from '../form-definition.ts'
import { listPageQuestions, listQuestions } from '../form-definition.ts'
import { answerOf, behaviourOf } from '../questions/question-types.ts'
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
 * nothing typed is lost. Files and calculated values are no stored answers.
 */
export function carryAnswers(before: FormDefinition, after: FormDefinition, answers: StoredAnswers): Carried {
  const was = new Map(listQuestions(before).map((question) => [question.id, question]))
  const is = new Map(listQuestions(after).map((question) => [question.id, question]))
  const carried: Carried = { kept: {}, aside: {} }
  for (const [questionId, answer] of Object.entries(answers)) {
    const [old, now] = [was.get(questionId), is.get(questionId)]
    if (old && now && fits(old, now, answer)) carried.kept[questionId] = answer
    else if (!old || !behaviourOf(old).isEmpty(answer)) carried.aside[questionId] = answer
  }
  return carried
}

/** What is typed into one box and means the same whichever of these types its question has. */
const typedTexts: ReadonlySet<QuestionType> = new Set(['shortText', 'longText', 'wholeNumber'])

function fits(old: Question, now: Question, answer: unknown): boolean {
  const alike = old.type === now.type || (typedTexts.has(old.type) && typedTexts.has(now.type))
  return alike && answerOf[now.type].safeParse(answer).success
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
  const changed = new Set(compareVersions(before, after).flatMap(questionsToLookAt))
  return after.pages.filter((page) =>
    listPageQuestions(page).some(({ id }) => changed.has(id) || invalid.has(id)),
  )
}

function questionsToLookAt(change: VersionChange): string[] {
  const { kind, id, question } = change.part
  if (kind === 'option' && question) return change.kind === 'moved' ? [] : [question.id]
  if (kind !== 'question') return []
  switch (change.kind) {
    case 'required':
      return change.required ? [id] : []
    case 'added':
    case 'text':
    case 'type':
    case 'condition':
    case 'limit':
      return [id]
    default:
      return []
  }
}
