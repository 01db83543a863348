import { conditionTranslator } from '../../texts/condition-texts.ts'
import { inLanguage, type Language } from '../../texts/language.ts'
import { assertNever } from '../../values/assert-never.ts'
import { formatDate } from '../../values/plain-date.ts'
import type { Scope } from '../logic/compile-operand.ts'
import { scopeOfItems } from '../logic/compile-operand.ts'
import type { HiddenReason } from '../logic/why-hidden.ts'
import type { Group } from '../questions/group.ts'
import type { Condition, SimpleCondition } from './condition.ts'
import type { DateValue, Operand, PersonFact } from './operand.ts'

const english = conditionTranslator('en')

/** What each fact of the person’s record is called in English. */
export const personWords: Record<PersonFact, string> = {
  givenNames: english('condition.fact.givenNames'),
  familyName: english('condition.fact.familyName'),
  dateOfBirth: english('condition.fact.dateOfBirth'),
  sex: english('condition.fact.sex'),
  postcode: english('condition.fact.postcode'),
  upn: english('condition.fact.upn'),
}

/** A condition as a clause: “‘Does the child go to school?’ is ‘Yes’ and …”, in English unless another language is asked for. */
export function wordCondition(condition: Condition, scope: Scope, language: Language = 'en'): string {
  const t = conditionTranslator(language)
  switch (condition.kind) {
    case 'all':
      return joinClauses(condition.conditions, 'and', { scope, language })
    case 'any':
      return joinClauses(condition.conditions, 'or', { scope, language })
    case 'none':
      return t('condition.none', { inner: joinClauses(condition.conditions, 'or', { scope, language }) })
    case 'anyItem':
    case 'allItems':
    case 'noItem': {
      const group = scope.find(condition.group)
      const name = group
        ? quote(inLanguage(group.asked.question.wording, language), language)
        : t('condition.noGroup')
      const inner = group ? scopeOfItems(scope, group.asked) : scope
      return t(`condition.${condition.kind}`, {
        name,
        inner: wordCondition(condition.condition, inner, language),
      })
    }
    default:
      return wordSimple(condition, { wanted: true, scope, language })
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
    return wordSimple(condition, { wanted: !wanted, scope, language: 'en' })
  })
  return `hidden because ${[...new Set(clauses)].join(' and ')}`
}

type Wording = { scope: Scope; language: Language }

function joinClauses(conditions: Condition[], between: 'and' | 'or', { scope, language }: Wording): string {
  return conditions
    .map((inner) => {
      const words = wordCondition(inner, scope, language)
      return 'conditions' in inner && inner.conditions.length > 1 ? `(${words})` : words
    })
    .join(conditionTranslator(language)(`condition.${between}`))
}

function wordSimple(
  condition: SimpleCondition,
  { wanted, scope, language }: Wording & { wanted: boolean },
): string {
  const t = conditionTranslator(language)
  const subject = wordOperand(condition.of, scope, language)
  const value = (raw: string | number) => quote(wordValue(condition.of, raw, { scope, language }), language)
  switch (condition.kind) {
    case 'answered':
      return t(wanted ? 'condition.answered' : 'condition.notAnswered', { subject })
    case 'equals':
      return t(wanted ? 'condition.is' : 'condition.isNot', { subject, value: value(condition.value) })
    case 'oneOf': {
      const values = condition.values.map(value).join(t('condition.or'))
      return t(wanted ? 'condition.is' : 'condition.isNot', { subject, value: values })
    }
    case 'contains':
      return t(wanted ? 'condition.contains' : 'condition.notContains', {
        subject,
        value: value(condition.value),
      })
    case 'before':
    case 'after': {
      const not = condition.kind === 'before' ? 'condition.notBefore' : 'condition.notAfter'
      const date = wordDate(condition.date, scope, language)
      return t(wanted ? `condition.${condition.kind}` : not, { subject, date })
    }
    case 'ageOn':
      return t(wanted ? 'condition.age' : 'condition.notAge', {
        subject,
        date: wordDate(condition.on, scope, language),
        comparison: t(`condition.${condition.comparison}`),
        years: condition.years,
      })
    case 'number': {
      const { than } = condition
      return t(wanted ? 'condition.number' : 'condition.notNumber', {
        subject,
        comparison: t(`condition.${condition.comparison}`),
        other: typeof than === 'number' ? String(than) : wordOperand(than, scope, language),
      })
    }
    default:
      return assertNever(condition)
  }
}

/** What a condition looks at; a part of an answer is named in English alone. */
export function wordOperand(operand: Operand, scope: Scope, language: Language = 'en'): string {
  const t = conditionTranslator(language)
  if (operand.from === 'person') return t('condition.ofPerson', { fact: t(`condition.fact.${operand.fact}`) })
  const found = scope.find(operand.questionId)
  if (!found) return t('condition.noQuestion')
  const quoted = quote(inLanguage(found.asked.question.wording, language), language)
  const part = found.asked.parts.get(operand.part ?? '')?.fact.words
  const name = part ? t('condition.partOf', { part, name: quoted }) : quoted
  return found.itemOf ? t('condition.ofItem', { name, item: wordThisItem(found.itemOf, language) }) : name
}

/** The item of a group in which a condition stands: “this ‘Brother or sister’”. */
export function wordThisItem({ itemLabel }: Pick<Group, 'itemLabel'>, language: Language = 'en'): string {
  const label = inLanguage(itemLabel, language).trim()
  const t = conditionTranslator(language)
  return label === '' ? t('condition.thisItem') : t('condition.thisNamed', { label })
}

function wordValue(operand: Operand, value: string | number, { scope, language }: Wording): string {
  if (operand.from === 'person') return String(value)
  const fact = scope.find(operand.questionId)?.asked.parts.get(operand.part ?? '')?.fact
  const options = fact && 'options' in fact ? fact.options : []
  const option = options.find((one) => one.value === value)
  return option ? inLanguage(option.label, language) : String(value)
}

/** A date to compare with: “2 years before today”. */
export function wordDate(value: DateValue, scope: Scope, language: Language = 'en'): string {
  const t = conditionTranslator(language)
  switch (value.kind) {
    case 'fixed':
      return formatDate(value.date, language)
    case 'operand':
      return wordOperand(value.of, scope, language)
    case 'today': {
      const shifts = (['years', 'months', 'days'] as const).flatMap((unit) => {
        const count = value[unit] ?? 0
        if (count === 0) return []
        return [t(`condition.${count < 0 ? 'before' : 'after'}.${unit}`, { count: Math.abs(count) })]
      })
      return `${shifts.join('')}${t('condition.today')}`
    }
    default:
      return assertNever(value)
  }
}

function quote(words: string, language: Language): string {
  return `‘${words.trim() || conditionTranslator(language)('condition.noWording')}’`
}
