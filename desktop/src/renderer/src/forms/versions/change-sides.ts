import { Condition } from '@send/shared/forms/conditions/condition'
import { wordCondition } from '@send/shared/forms/conditions/condition-in-words'
import type { Scope } from '@send/shared/forms/logic/compile-operand'
import {
  placeInWords,
  switchInWords,
  textInName,
  typeInWords,
  valueInWords,
  propertyInWords,
} from '@send/shared/forms/versions/change-in-words'
import type { ConditionProperty, VersionChange } from '@send/shared/forms/versions/version-change'
import { translator } from '@send/shared/texts/translator'
import { assertNever } from '@send/shared/values/assert-never'

import type { StatusShape } from '../../submissions/work-list/StatusMark.tsx'

const t = translator('en')

/** Where each version finds the questions that its conditions name. */
export type Scopes = { before: Scope; after: Scope }

/** A change as a row of the comparison: a word with a shape, and what each version says. */
export type ChangeSides = {
  word: string
  shape: StatusShape
  /** What of the part changed, such as “the wording (Welsh)”; empty where the word says it. */
  what: string
  before: string
  after: string
  /** Both sides are texts of the form, to be compared word by word. */
  isText: boolean
}

const shapes = {
  added: 'filled',
  removed: 'open',
  moved: 'waiting',
  text: 'done',
  required: 'warning',
  type: 'warning',
  condition: 'warning',
  access: 'warning',
  limit: 'done',
  setting: 'done',
} as const satisfies Record<VersionChange['kind'], StatusShape>

/** What the two sides of the comparison say of a change. */
export function sidesOf(change: VersionChange, scopes: Scopes): ChangeSides {
  const sides = { shape: shapes[change.kind], word: wordOf(change), what: '', isText: false }
  const none = t('compare.notThere')
  switch (change.kind) {
    case 'added':
      return { ...sides, before: none, after: capital(placeInWords(change.to)) }
    case 'removed':
      return { ...sides, before: capital(placeInWords(change.from)), after: none }
    case 'moved':
      return { ...sides, before: capital(placeInWords(change.from)), after: capital(placeInWords(change.to)) }
    case 'text': {
      const what = textInName(change.property, change.language)
      return { ...sides, what, before: change.before, after: change.after, isText: true }
    }
    case 'required': {
      const [yes, no] = [t('compare.isRequired'), t('compare.isOptional')]
      return { ...sides, before: change.required ? no : yes, after: change.required ? yes : no }
    }
    case 'type':
      return {
        ...sides,
        before: capital(typeInWords(change.before)),
        after: capital(typeInWords(change.after)),
      }
    case 'condition':
      return { ...sides, ...conditionSides(change, scopes) }
    case 'access':
      return {
        ...sides,
        before:
          change.removed.length > 0 ? t('compare.accessRemoved', { count: change.removed.length }) : none,
        after: change.added.length > 0 ? t('compare.accessAdded', { count: change.added.length }) : none,
      }
    case 'limit':
    case 'setting': {
      const what = propertyInWords(change.property)
      const inWords = (value: unknown) =>
        switchInWords(change.property, value) ?? ((valueInWords(value) ?? t('compare.changed')) || none)
      return { ...sides, what, before: inWords(change.before), after: inWords(change.after) }
    }
    default:
      return assertNever(change)
  }
}

function wordOf(change: VersionChange): string {
  if (change.kind === 'required' && !change.required) return t('compare.word.optional')
  return t(`compare.word.${change.kind}`)
}

type ConditionChange = Extract<VersionChange, { kind: 'condition' }>

function conditionSides({ property, before, after }: ConditionChange, scopes: Scopes) {
  const [without, having] = conditionWords[property]
  const side = (value: unknown, scope: Scope) => {
    if (value === undefined) return without
    const condition =
      property === 'showIf' || property === 'requiredIf' ? Condition.safeParse(value).data : undefined
    return condition
      ? t('compare.onlyIf', { what: having, condition: wordCondition(condition, scope) })
      : having
  }
  const sides = { before: side(before, scopes.before), after: side(after, scopes.after) }
  return sides.before === sides.after
    ? { before: sides.before, after: t('compare.otherLogic', { what: sides.after }) }
    : sides
}

const conditionWords: Record<ConditionProperty, [without: string, having: string]> = {
  showIf: [t('compare.showAlways'), t('compare.showIf')],
  requiredIf: [t('compare.requiredIfNone'), t('compare.requiredIf')],
  rules: [t('compare.rulesNone'), t('compare.rules')],
  prefill: [t('compare.prefillNone'), t('compare.prefill')],
  formula: [t('compare.formulaNone'), t('compare.formula')],
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
