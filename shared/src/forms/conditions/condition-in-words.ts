import { assertNever } from '../../values/assert-never.ts'
import { formatDate } from '../../values/plain-date.ts'
import type { Scope } from '../logic/compile-operand.ts'
import { scopeOfItems } from '../logic/compile-operand.ts'
import type { HiddenReason } from '../logic/why-hidden.ts'
import type { Group } from '../questions/group.ts'
import type { Comparison, Condition, SimpleCondition } from './condition.ts'
import type { DateValue, Operand, PersonFact } from './operand.ts'

/** What each fact of the person’s record is called in English. */
export const personWords: Record<PersonFact, string> = {
  givenNames: 'first names',
  familyName: 'family name',
  dateOfBirth: 'date of birth',
  sex: 'sex',
  postcode: 'postcode',
  upn: 'UPN',
}

const comparisonWords: Record<Comparison, string> = {
  lessThan: 'less than',
  atMost: 'at most',
  equalTo: 'equal to',
  atLeast: 'at least',
  moreThan: 'more than',
}

/** A condition as an English clause: “‘Does the child go to school?’ is ‘Yes’ and …”. */
export function wordCondition(condition: Condition, scope: Scope): string {
  switch (condition.kind) {
    case 'all':
      return joinClauses(condition.conditions, ' and ', scope)
    case 'any':
      return joinClauses(condition.conditions, ' or ', scope)
    case 'none':
      return `it is not so that ${joinClauses(condition.conditions, ' or ', scope)}`
    case 'anyItem':
    case 'allItems':
    case 'noItem': {
      const words = { anyItem: 'any answer', allItems: 'every answer', noItem: 'no answer' }[condition.kind]
      const group = scope.find(condition.group)
      const name = group ? quote(group.asked.question.wording.en) : 'a group that is not there'
      const inner = group ? scopeOfItems(scope, group.asked) : scope
      return `in ${words} to ${name}, ${wordCondition(condition.condition, inner)}`
    }
    default:
      return wordSimple(condition, { wanted: true, scope })
  }
}

/** Why something is hidden, in English: “hidden because ‘Does the child have a plan?’ is not ‘Yes’”. */
export function wordHiddenReason(reason: HiddenReason, scope: Scope): string {
  if (reason.circle) return 'hidden because its condition depends on itself'
  const clauses = reason.unmet.map(({ condition, wanted, truth }) => {
    if ('group' in condition) {
      return `it is ${wanted ? 'not so' : 'so'} that ${wordCondition(condition, scope)}`
    }
    if (truth === 'unknown') return `${wordOperand(condition.of, scope)} is not answered`
    return wordSimple(condition, { wanted: !wanted, scope })
  })
  return `hidden because ${[...new Set(clauses)].join(' and ')}`
}

function joinClauses(conditions: Condition[], between: string, scope: Scope): string {
  return conditions
    .map((inner) => {
      const words = wordCondition(inner, scope)
      return 'conditions' in inner && inner.conditions.length > 1 ? `(${words})` : words
    })
    .join(between)
}

function wordSimple(
  condition: SimpleCondition,
  { wanted, scope }: { wanted: boolean; scope: Scope },
): string {
  const subject = wordOperand(condition.of, scope)
  const is = wanted ? 'is' : 'is not'
  const value = (raw: string | number) => quote(wordValue(condition.of, raw, scope))
  switch (condition.kind) {
    case 'answered':
      return `${subject} ${is} answered`
    case 'equals':
      return `${subject} ${is} ${value(condition.value)}`
    case 'oneOf':
      return `${subject} ${is} ${condition.values.map(value).join(' or ')}`
    case 'contains':
      return `${subject} ${wanted ? 'contains' : 'does not contain'} ${value(condition.value)}`
    case 'before':
    case 'after':
      return `${subject} ${is} ${condition.kind} ${wordDate(condition.date, scope)}`
    case 'ageOn': {
      const age = `${comparisonWords[condition.comparison]} ${condition.years}`
      return `the age by ${subject} on ${wordDate(condition.on, scope)} ${is} ${age}`
    }
    case 'number': {
      const { than } = condition
      const other = typeof than === 'number' ? String(than) : wordOperand(than, scope)
      return `${subject} ${is} ${comparisonWords[condition.comparison]} ${other}`
    }
    default:
      return assertNever(condition)
  }
}

/** What a condition looks at, in English. */
export function wordOperand(operand: Operand, scope: Scope): string {
  if (operand.from === 'person') return `the person’s ${personWords[operand.fact]}`
  const found = scope.find(operand.questionId)
  if (!found) return 'a question that is not there'
  const name = quote(found.asked.question.wording.en)
  const words = found.asked.parts.get(operand.part ?? '')?.fact.words
  const ofItem = found.itemOf ? ` of ${wordThisItem(found.itemOf)}` : ''
  return `${words ? `${words} in ${name}` : name}${ofItem}`
}

/** The item of a group in which a condition stands, in English: “this ‘Brother or sister’”. */
export function wordThisItem({ itemLabel }: Pick<Group, 'itemLabel'>): string {
  const label = itemLabel.en.trim()
  return label === '' ? 'this item' : `this ‘${label}’`
}

function wordValue(operand: Operand, value: string | number, scope: Scope): string {
  if (operand.from === 'person') return String(value)
  const fact = scope.find(operand.questionId)?.asked.parts.get(operand.part ?? '')?.fact
  const options = fact && 'options' in fact ? fact.options : []
  return options.find((option) => option.value === value)?.label.en ?? String(value)
}

/** A date to compare with, in English: “2 years before today”. */
export function wordDate(value: DateValue, scope: Scope): string {
  switch (value.kind) {
    case 'fixed':
      return formatDate(value.date)
    case 'operand':
      return wordOperand(value.of, scope)
    case 'today': {
      const shifts = (['years', 'months', 'days'] as const).flatMap((unit) => {
        const count = value[unit] ?? 0
        if (count === 0) return []
        const name = Math.abs(count) === 1 ? unit.slice(0, -1) : unit
        return [`${Math.abs(count)} ${name} ${count < 0 ? 'before' : 'after'} `]
      })
      return `${shifts.join('')}today`
    }
    default:
      return assertNever(value)
  }
}

function quote(words: string): string {
  return `‘${words.trim() || 'a question without wording'}’`
}
