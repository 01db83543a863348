import type { QuestionId } from '../../values/ids.ts'
import type { Fact } from '../questions/question-parts.ts'
import { behaviourOf } from '../questions/question-types.ts'
import type { Question } from '../questions/question-types.ts'
import type { Counted, CountedItem, FactValue } from './run.ts'
import { nothingCounted } from './run.ts'

/** A question as logic sees it: its facts in order, and for a group the questions of an item. */
export type AskedQuestion = {
  readonly question: Question
  readonly parts: ReadonlyMap<string, { slot: number; fact: Fact<unknown> }>
  readonly members: readonly AskedQuestion[]
  readonly memberPlaces: ReadonlyMap<QuestionId, number>
}

/** The deepest that groups are nested: a group in a group. */
const mostGroupDepth = 2

const noMembers: AskedQuestion['members'] = []
const noPlaces: AskedQuestion['memberPlaces'] = new Map()

export function askQuestion(question: Question, depth = 0): AskedQuestion {
  const parts = new Map(
    Array.from(behaviourOf(question).facts, ([part, fact], slot) => [part, { slot, fact }] as const),
  )
  const listed = depth < mostGroupDepth ? listMembers(question) : []
  if (listed.length === 0) return { question, parts, members: noMembers, memberPlaces: noPlaces }
  const members = listed.map((member) => askQuestion(member, depth + 1))
  const memberPlaces = new Map(members.map((member, place) => [member.question.id, place]))
  return { question, parts, members, memberPlaces }
}

/** The questions that a group repeats; none for any other question. */
export function listMembers(question: Question): Question[] {
  const members: unknown = 'questions' in question ? question.questions : undefined
  return Array.isArray(members) ? (members as Question[]) : []
}

/** An answer of any shape as it counts. */
export function countAnswer(asked: AskedQuestion, answer: unknown): Counted {
  if (answer === undefined) return nothingCounted
  const facts: FactValue[] = []
  for (const { fact } of asked.parts.values()) facts.push(fact.read(answer))
  return { facts, items: asked.members.length > 0 ? countItems(asked, answer) : nothingCounted.items }
}

/** The items of a group in which something is answered: a blank one counts for nothing. */
function countItems(asked: AskedQuestion, answer: unknown): CountedItem[] {
  return listItems(answer).flatMap(({ answers }) => {
    const counted = asked.members.map((member) => countAnswer(member, ownPart(answers, member.question.id)))
    return isBlankItem(counted) ? [] : [counted]
  })
}

/** Whether nothing of an item counts. */
export function isBlankItem(item: CountedItem): boolean {
  return item.every(({ facts, items }) => items.length === 0 && facts.every((fact) => fact === undefined))
}

/** The items of an answer of any shape: none of what is no list. */
export function listItems(answer: unknown): { id: string; answers: unknown }[] {
  if (!Array.isArray(answer)) return []
  return answer.map((item: unknown) => {
    const id = ownPart(item, 'id')
    return { id: typeof id === 'string' ? id : '', answers: ownPart(item, 'answers') }
  })
}

/** A part that an object itself has; never one that it inherits. */
export function ownPart(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
