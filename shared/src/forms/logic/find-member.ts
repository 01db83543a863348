import type { QuestionId } from '../../values/ids.ts'
import type { Question } from '../questions/question-types.ts'
import { listMembers } from './asked-question.ts'
import type { CompiledForm } from './compile-form.ts'
import type { Scope } from './compile-operand.ts'
import type { Level } from './level.ts'

/** A question of a group with the groups that it is in, from the outside in; undefined where it is not in this one. */
export function findMemberPath(question: Question, memberId: string): Question[] | undefined {
  for (const member of listMembers(question)) {
    if (member.id === memberId) return [question, member]
    const within = findMemberPath(member, memberId)
    if (within) return [question, ...within]
  }
  return undefined
}

/** What conditions of a part of the form, or of a question in a group, find from where it stands. */
export function scopeAt(form: CompiledForm, partId: string): Scope {
  for (const { question } of form.parts.values()) {
    const path = question && findMemberPath(question, partId)
    if (path) return scopeWithin(form, path)
  }
  return form.scope
}

/** Finds a question wherever it stands, to name it in words: one of a group as that of the item in which it is asked. */
export function scopeOfWords(form: CompiledForm): Scope {
  return { ...form.scope, find: (questionId) => findInLevel(form, questionId) }
}

function findInLevel(level: Level, questionId: QuestionId): ReturnType<Scope['find']> {
  const own = level.scope.find(questionId)
  if (own) return own
  for (const group of level.groups.values()) {
    const found = findInLevel(group, questionId)
    if (found) return found
  }
  return undefined
}

/**
 * What conditions find from within groups: of a path to a question the groups before it. As long as no question of a
 * group has logic, nothing there can be asked, and what stands around it is all that is found.
 */
export function scopeWithin(form: CompiledForm, path: readonly Question[]): Scope {
  let level: Level = form
  for (const { id } of path.slice(0, -1)) level = level.groups.get(id) ?? level
  return level.scope
}
