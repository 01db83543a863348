import type { Formula } from '@send/shared/forms/calculations/formula'
import type { Condition, SimpleCondition } from '@send/shared/forms/conditions/condition'
import type { DateValue, Operand } from '@send/shared/forms/conditions/operand'
import { translator } from '@send/shared/texts/translator'
import { formatDate } from '@send/shared/values/plain-date'

const t = translator('en')

/** How a question is called, by its id; undefined when it is gone. */
export type NameOf = (questionId: string) => string | undefined

/** A condition as a sentence would say it. */
export function conditionInWords(condition: Condition, nameOf: NameOf): string {
  const inner = (one: Condition) => conditionInWords(one, nameOf)
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return t(`condition.${condition.kind}`, { list: condition.conditions.map(inner).join('; ') })
    case 'anyItem':
    case 'allItems':
    case 'noItem':
      return t(`condition.${condition.kind}`, {
        group: quoted(condition.group, nameOf),
        condition: inner(condition.condition),
      })
    default:
      return simpleInWords(condition, nameOf)
  }
}

function simpleInWords(condition: SimpleCondition, nameOf: NameOf): string {
  const what = operandInWords(condition.of, nameOf)
  switch (condition.kind) {
    case 'answered':
      return t('condition.answered', { what })
    case 'equals':
    case 'contains':
      return t(`condition.${condition.kind}`, { what, value: `“${condition.value}”` })
    case 'oneOf':
      return t('condition.oneOf', { what, value: condition.values.map((value) => `“${value}”`).join(', ') })
    case 'before':
    case 'after':
      return t(`condition.${condition.kind}`, { what, value: dateValueInWords(condition.date, nameOf) })
    case 'ageOn':
      return t('condition.ageOn', {
        what,
        date: dateValueInWords(condition.on, nameOf),
        comparison: t(`condition.${condition.comparison}`),
        value: condition.years,
      })
    case 'number':
      return t('condition.number', {
        what,
        comparison: t(`condition.${condition.comparison}`),
        value: typeof condition.than === 'number' ? condition.than : operandInWords(condition.than, nameOf),
      })
  }
}

/** How a value is calculated, in the signs that everybody knows. */
export function formulaInWords(formula: Formula, nameOf: NameOf): string {
  const signs = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' }
  switch (formula.kind) {
    case 'number':
      return String(formula.value)
    case 'answer':
      return operandInWords(formula.of, nameOf)
    case 'countItems':
      return `# ${quoted(formula.group, nameOf)}`
    case 'sumItems':
      return `Σ ${quoted(formula.group, nameOf)}: ${formulaInWords(formula.term, nameOf)}`
    case 'daysBetween':
    case 'yearsBetween':
      return `${t(`forms.calculate.${formula.kind}`)}: ${dateValueInWords(formula.from, nameOf)} – ${dateValueInWords(formula.to, nameOf)}`
    case 'join':
      return formula.parts
        .map((part) => (part.from === 'text' ? `“${part.text}”` : operandInWords(part, nameOf)))
        .join(' + ')
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return formula.terms.map((term) => formulaInWords(term, nameOf)).join(signs[formula.kind])
  }
}

function operandInWords(operand: Operand, nameOf: NameOf): string {
  if (operand.from === 'person') return t('condition.person', { fact: wordsOfName(operand.fact) })
  const question = quoted(operand.questionId, nameOf)
  return operand.part ? t('condition.part', { part: wordsOfName(operand.part), question }) : question
}

function dateValueInWords(value: DateValue, nameOf: NameOf): string {
  switch (value.kind) {
    case 'fixed':
      return formatDate(value.date, 'en', 'short')
    case 'operand':
      return operandInWords(value.of, nameOf)
    case 'today': {
      const shifts = (['days', 'months', 'years'] as const).flatMap((unit) =>
        value[unit] ? [`${value[unit]} ${unit}`] : [],
      )
      return shifts.length === 0 ? t('condition.today') : t('condition.shifted', { shift: shifts.join(', ') })
    }
  }
}

function quoted(questionId: string, nameOf: NameOf): string {
  const name = nameOf(questionId)
  return name === undefined ? t('condition.gone') : `“${name}”`
}

/** `dateOfBirth` as “date of birth”. */
export function wordsOfName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
