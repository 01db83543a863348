import { BankTie } from '@send/shared/forms/bank/bank-tie'
import { Formula } from '@send/shared/forms/calculations/formula'
import { Condition } from '@send/shared/forms/conditions/condition'
import { wordCondition } from '@send/shared/forms/conditions/condition-in-words'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import type { Scope } from '@send/shared/forms/logic/compile-operand'
import { scopeOfWords } from '@send/shared/forms/logic/find-member'
import { translator, type TextKey } from '@send/shared/texts/translator'

import { formulaInWords } from './formula-words.ts'

const t = translator('en')

const labels: Record<string, TextKey> = {
  title: 'forms.formTitle',
  wording: 'forms.wording',
  help: 'forms.help',
  guidance: 'forms.guidance',
  label: 'conflicts.property.label',
  message: 'conflicts.property.message',
  code: 'forms.code',
  audience: 'forms.audience',
  purpose: 'forms.purpose',
  flow: 'forms.flow',
  informationDueDays: 'forms.dueDays',
  required: 'forms.required',
  showIf: 'conflicts.property.showIf',
  requiredIf: 'conflicts.property.requiredIf',
  must: 'conflicts.property.must',
  prefill: 'conflicts.property.prefill',
  formula: 'conflicts.property.formula',
  rights: 'conflicts.property.rights',
  type: 'conflicts.property.type',
  maxLength: 'forms.maxLength',
  formatting: 'forms.formatting',
  tellsOf: 'forms.tellsOfCarer',
  min: 'forms.min',
  max: 'forms.max',
  maxFiles: 'forms.maxFiles',
  types: 'forms.fileTypes',
  bank: 'bank.title',
}

/** What a property is called in the editor, such as “Wording (Welsh)”; one that has no name there by its own. */
export function propertyInWords(property: string): string {
  const [name = '', language] = property.split('.')
  const known = labels[name]
  const words = wordsOfName(name)
  const label = known ? t(known) : words.charAt(0).toUpperCase() + words.slice(1)
  if (language === 'en') return t('forms.inEnglish', { label })
  return language === 'cy' ? t('forms.inWelsh', { label }) : label
}

/** A value of a form in words, never as data. */
export function valueInWords(property: string, value: unknown, scope: Scope): string {
  if (value === undefined || value === null || value === '') return t('conflicts.nothing')
  if (typeof value === 'boolean') return t(value ? 'conflicts.yes' : 'conflicts.no')
  if (typeof value === 'number') return String(value)
  if (property === 'tellsOf') return t('conflicts.yes')
  if (typeof value === 'string')
    return property === 'audience' || property === 'purpose' || property === 'flow'
      ? chosenInWords(property, value)
      : value
  const tie = property === 'bank' ? BankTie.safeParse(value).data : undefined
  if (tie) return t('bank.tied', { code: tie.code, number: tie.revision })
  const condition = Condition.safeParse(value)
  if (condition.success) return wordCondition(condition.data, scope)
  const formula = Formula.safeParse(value)
  if (formula.success) return formulaInWords(formula.data, scope)
  if (Array.isArray(value)) return value.map((item) => valueInWords('', item, scope)).join(', ')
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, part]) => `${propertyInWords(name)}: ${valueInWords(name, part, scope)}`)
    .join('\n')
}

function chosenInWords(property: 'audience' | 'purpose' | 'flow', value: string): string {
  const key = `forms.${property}.${value}`
  return t(key as TextKey)
}

/** Finds a question in any of the versions, in the first that has it. */
export function scopeOf(versions: readonly [FormDefinition, ...FormDefinition[]]): Scope {
  const [first, ...others] = versions.map((version) => scopeOfWords(compileForm(version)))
  if (!first) throw new Error('There is no version.')
  const find: Scope['find'] = (questionId) =>
    [first, ...others].map((scope) => scope.find(questionId)).find((found) => found !== undefined)
  return { ...first, find }
}

/** `dateOfBirth` as “date of birth”. */
function wordsOfName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
