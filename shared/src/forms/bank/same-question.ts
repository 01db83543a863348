import { listWithMembers } from '../map-questions.ts'
import { isSame } from '../merging/same-value.ts'
import type { Question } from '../questions/question-types.ts'
import { bankContentOf } from './bank-question.ts'

/** Whether a question of a form says what a revision of the bank says; what the form decides itself does not count. */
export function saysTheSame(placed: Question, content: Question): boolean {
  const [one, other] = [comparable(placed), comparable(content)]
  if (!isSame(one.rest, other.rest)) return false
  // A form may add rules of its own, and cannot take one of the bank's away.
  return other.rules.every((rule) => one.rules.some((candidate) => isSame(candidate, rule)))
}

/** The ids of a question that its copy has others of, in the order of its structure. */
export function idsInOrder(question: Question): string[] {
  return listWithMembers([question]).flatMap(({ id, rules = [] }) => [id, ...rules.map((rule) => rule.id)])
}

/** What a question says, with its ids replaced by their places and without what is not the bank's. */
function comparable(question: Question): { rest: Record<string, unknown>; rules: unknown[] } {
  const { content } = bankContentOf(question)
  // The rules of the question itself are compared as a set, so their ids must not count in the numbering.
  const places = new Map(listWithMembers([content]).map(({ id }, place) => [id, `#${place}`]))
  const ruleIds = new Set(
    listWithMembers([content]).flatMap(({ rules = [] }) => rules.map((rule) => rule.id)),
  )
  const plain: unknown = JSON.parse(
    JSON.stringify(content, (_key, value: unknown) =>
      typeof value === 'string' ? (ruleIds.has(value) ? '' : (places.get(value) ?? value)) : value,
    ),
  )
  const { required: _, rules = [], formula: __, ...rest } = withoutEntries(plain) as Record<string, unknown>
  return { rest, rules: rules as unknown[] }
}

/** Publishing takes the entries of a look-up table anew, under the name that it has then. */
function withoutEntries(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEntries)
  if (typeof value !== 'object' || value === null) return value
  const properties = Object.entries(value)
  if (!properties.some(([name, held]) => name === 'type' && held === 'lookup'))
    return Object.fromEntries(properties.map(([name, held]) => [name, withoutEntries(held)]))
  const { entries: _, table, ...rest } = value as { entries: unknown; table?: { id: string } }
  return { ...rest, table: table?.id }
}
