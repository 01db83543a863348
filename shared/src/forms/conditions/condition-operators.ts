import { assertNever } from '../../values/assert-never.ts'
import type { FactType } from '../logic/compile-operand.ts'
import { Comparison } from './condition.ts'
import type { SimpleCondition } from './condition.ts'
import type { ListedOperand } from './list-operands.ts'
import type { DateValue } from './operand.ts'

/** What one condition can say of an answer, as it is chosen from a list. */
export type Operator =
  | 'answered'
  | 'equals'
  | 'oneOf'
  | 'contains'
  | 'before'
  | 'after'
  | `number.${Comparison}`
  | `ageOn.${Comparison}`

const numberOperators = Comparison.options.map((comparison) => `number.${comparison}` as const)
const ageOperators = Comparison.options.map((comparison) => `ageOn.${comparison}` as const)

/** The operators that fit each type of answer; the first is what a new condition begins with. */
const operatorsOf: Record<FactType, readonly Operator[]> = {
  text: ['answered', 'equals', 'contains'],
  number: ['answered', ...numberOperators],
  date: ['answered', 'before', 'after', ...ageOperators],
  choice: ['equals', 'oneOf', 'answered'],
  choices: ['contains', 'answered'],
  presence: ['answered'],
}

const today: DateValue = { kind: 'today' }

/** The operators that can be asked of something, in the order in which they are offered. */
export function listOperators({ type, options }: ListedOperand): readonly Operator[] {
  // A choice between nothing can only be answered or not.
  return type === 'choice' || type === 'choices'
    ? operatorsOf[type].filter((operator) => options.length > 0 || operator === 'answered')
    : operatorsOf[type]
}

/** The operator of a condition. */
export function operatorOf(condition: SimpleCondition): Operator {
  return condition.kind === 'number' || condition.kind === 'ageOn'
    ? `${condition.kind}.${condition.comparison}`
    : condition.kind
}

/**
 * The condition that an operator makes of an answer, with the values of the condition before where they fit.
 * Undefined where a text must be typed first, since it would say nothing without one.
 */
export function applyOperator(
  { operand: of, type, options }: ListedOperand,
  operator: Operator,
  before?: SimpleCondition,
): SimpleCondition | undefined {
  switch (operator) {
    case 'answered':
      return { kind: 'answered', of }
    case 'equals':
    case 'contains': {
      const value = firstFitting(valuesOf(before), { type, options })
      return value === undefined ? undefined : { kind: operator, of, value }
    }
    case 'oneOf': {
      const known = valuesOf(before).filter((value) => options.some((option) => option.value === value))
      const values = known.length > 0 ? known : options.slice(0, 1).map(({ value }) => value)
      return values.length > 0 ? { kind: 'oneOf', of, values } : undefined
    }
    case 'before':
    case 'after':
      return { kind: operator, of, date: dateOf(before) ?? today }
    default:
      return compare(of, operator, before)
  }
}

function compare(
  of: ListedOperand['operand'],
  operator: `${'number' | 'ageOn'}.${Comparison}`,
  before: SimpleCondition | undefined,
): SimpleCondition {
  const [kind, name] = operator.split('.')
  const comparison = Comparison.parse(name)
  if (kind === 'number') {
    return { kind: 'number', of, comparison, than: before?.kind === 'number' ? before.than : 0 }
  }
  const years = before?.kind === 'ageOn' ? before.years : 16
  return { kind: 'ageOn', of, on: dateOf(before) ?? today, comparison, years }
}

function valuesOf(condition: SimpleCondition | undefined): (string | number)[] {
  if (!condition) return []
  if ('values' in condition) return condition.values
  return 'value' in condition ? [condition.value] : []
}

function firstFitting(
  values: (string | number)[],
  { type, options }: Pick<ListedOperand, 'type' | 'options'>,
): string | undefined {
  if (type === 'choice' || type === 'choices') {
    const known = options.find(({ value }) => values.includes(value)) ?? options[0]
    return known?.value
  }
  return values.find((value): value is string => typeof value === 'string' && value !== '')
}

function dateOf(condition: SimpleCondition | undefined): DateValue | undefined {
  switch (condition?.kind) {
    case 'before':
    case 'after':
      return condition.date
    case 'ageOn':
      return condition.on
    case 'answered':
    case 'equals':
    case 'oneOf':
    case 'contains':
    case 'number':
    case undefined:
      return undefined
    default:
      return assertNever(condition)
  }
}
