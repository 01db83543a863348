import { assertNever } from '../../values/assert-never.ts'
import { PlainDate } from '../../values/plain-date.ts'
import type { Formula } from '../calculations/formula.ts'
import { wordOperand } from '../conditions/condition-in-words.ts'
import type { Condition, SimpleCondition } from '../conditions/condition.ts'
import type { DateValue, Operand } from '../conditions/operand.ts'
import { scopeOfItems, typeOfOperand } from './compile-operand.ts'
import type { FactType, Scope } from './compile-operand.ts'

const typeWords: Record<FactType, string> = {
  text: 'a text',
  number: 'a number',
  date: 'a date',
  choice: 'a choice',
  choices: 'several choices',
  presence: 'an answer that can only be there or not',
}

/** What makes no sense in a condition: questions that are not there, and values of another type. */
export function listConditionMistakes(condition: Condition, scope: Scope): string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.conditions.flatMap((inner) => listConditionMistakes(inner, scope))
    case 'anyItem':
    case 'allItems':
    case 'noItem':
      return withGroup(condition.group, scope, (inner) => listConditionMistakes(condition.condition, inner))
    default:
      return listSimpleMistakes(condition, scope)
  }
}

function listSimpleMistakes(condition: SimpleCondition, scope: Scope): string[] {
  const { of } = condition
  const type = typeOfOperand(of, scope)
  if (type === undefined) return [notThere(of, scope)]
  const ask = (...types: FactType[]) => expectType(of, types, scope)
  switch (condition.kind) {
    case 'answered':
      return []
    case 'equals':
      return type === 'choices'
        ? [`${wordOperand(of, scope)} is several choices: ask whether it contains one.`]
        : valueMistakes(of, [condition.value], scope)
    case 'oneOf':
      return valueMistakes(of, condition.values, scope)
    case 'contains':
      return type === 'text' ? [] : [...ask('choices'), ...optionMistakes(of, [condition.value], scope)]
    case 'before':
    case 'after':
      return [...ask('date'), ...dateMistakes(condition.date, scope)]
    case 'ageOn':
      return [...ask('date'), ...dateMistakes(condition.on, scope)]
    case 'number':
      return [
        ...ask('number'),
        ...(typeof condition.than === 'number' ? [] : expectType(condition.than, ['number'], scope)),
      ]
    default:
      return assertNever(condition)
  }
}

function valueMistakes(of: Operand, values: readonly (string | number)[], scope: Scope): string[] {
  const type = typeOfOperand(of, scope)
  if (type === 'presence')
    return [`${wordOperand(of, scope)} has no value to compare: ask whether it is answered.`]
  const fits = (value: string | number) => {
    if (type === 'number') return typeof value === 'number'
    return type === 'date' ? PlainDate.safeParse(value).success : typeof value === 'string'
  }
  const wrong = values.filter((value) => !fits(value))
  if (wrong.length > 0 && type) {
    return [
      `${wordOperand(of, scope)} is ${typeWords[type]} and cannot be compared with ‘${wrong.join('’, ‘')}’.`,
    ]
  }
  return optionMistakes(of, values, scope)
}

function optionMistakes(of: Operand, values: readonly (string | number)[], scope: Scope): string[] {
  if (of.from === 'person') return []
  const fact = scope.find(of.questionId)?.asked.parts.get(of.part ?? '')?.fact
  if (!fact || !('options' in fact)) return []
  const unknown = values.filter((value) => !fact.options.some((option) => option.value === value))
  return unknown.length === 0
    ? []
    : [`${wordOperand(of, scope)} does not offer the option ‘${unknown.join('’, ‘')}’.`]
}

function expectType(of: Operand, types: readonly FactType[], scope: Scope): string[] {
  const type = typeOfOperand(of, scope)
  if (type === undefined) return [notThere(of, scope)]
  if (types.includes(type)) return []
  const wanted = types.map((one) => typeWords[one]).join(' or ')
  return [`${wordOperand(of, scope)} is ${typeWords[type]}, and ${wanted} is needed.`]
}

function dateMistakes(value: DateValue, scope: Scope): string[] {
  return value.kind === 'operand' ? expectType(value.of, ['date'], scope) : []
}

function notThere(of: Operand, scope: Scope): string {
  if (of.from === 'answer' && scope.find(of.questionId)) {
    return `${wordOperand({ from: 'answer', questionId: of.questionId }, scope)} has no part ‘${of.part ?? ''}’ to look at.`
  }
  return 'It looks at a question that is not in this form, or not outside its group.'
}

function withGroup(id: string, scope: Scope, list: (inner: Scope) => string[]): string[] {
  const group = scope.find(id)
  if (!group || group.asked.members.length === 0)
    return ['It asks for the items of a group that is not there.']
  return list(scopeOfItems(scope, group.asked))
}

/** What makes no sense in a formula. */
export function listFormulaMistakes(formula: Formula, scope: Scope, isTop = true): string[] {
  switch (formula.kind) {
    case 'number':
      return []
    case 'answer':
      return expectType(formula.of, ['number'], scope)
    case 'countItems':
      return withGroup(formula.group, scope, () => [])
    case 'daysBetween':
    case 'yearsBetween':
      return [...dateMistakes(formula.from, scope), ...dateMistakes(formula.to, scope)]
    case 'join':
      if (!isTop) return ['Texts cannot be joined within a calculation.']
      return formula.parts.flatMap((part) =>
        part.from === 'text' ? [] : expectType(part, ['text', 'number', 'date', 'choice', 'choices'], scope),
      )
    case 'sumItems':
      return withGroup(formula.group, scope, (inner) => listFormulaMistakes(formula.term, inner, false))
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return formula.terms.flatMap((term) => listFormulaMistakes(term, scope, false))
    default:
      return assertNever(formula)
  }
}
