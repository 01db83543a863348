import { assertNever } from '../../values/assert-never.ts'
import type { PartKind } from './list-parts.ts'
import type { ChangedPart, ConditionProperty, Place, VersionChange } from './version-change.ts'

/** One difference as an English sentence, such as “Question “Which school?” is now required.” */
export function changeInWords(change: VersionChange): string {
  const { part } = change
  const name = partInWords(part)
  switch (change.kind) {
    case 'added':
      return `${capital(name)} was added ${placeInWords(change.to)}.`
    case 'removed':
      return `${capital(name)} was removed; it stood ${placeInWords(change.from)}.`
    case 'moved':
      return `${capital(name)} was moved: it stood ${placeInWords(change.from)}, it stands ${placeInWords(change.to)}.`
    case 'text':
      return textInWords(change)
    case 'required':
      return `${capital(name)} is ${change.required ? 'now' : 'no longer'} required.`
    case 'type':
      return `${capital(name)} has another type: ${typeInWords(change.before)} became ${typeInWords(change.after)}.`
    case 'condition':
      return `${capital(name)}: ${conditionInWords(change)}.`
    case 'access':
      return `Who may do what with it on a chronology changed: ${count(change.added.length, 'rule')} added, ${change.removed.length} removed.`
    case 'limit':
    case 'setting':
      if (change.property in switches)
        return `${capital(name)} ${switchInWords(change.property, change.after)} now.`
      return `${capital(name)}: ${propertyInWords(change.property)} ${valuesInWords(change.before, change.after)}.`
    default:
      return assertNever(change)
  }
}

/** What changed in one line, such as “2 questions added, 1 text changed”; `''` when nothing did. */
export function changesInOneLine(changes: readonly VersionChange[]): string {
  const tallies = new Map<string, { one: string; many: string; number: number }>()
  for (const change of changes) {
    const [one, many] = tallyOf(change)
    const tally = tallies.get(one) ?? { one, many, number: 0 }
    tallies.set(one, { ...tally, number: tally.number + 1 })
  }
  return [...tallies.values()]
    .map(({ one, many, number }) => `${number} ${number === 1 ? one : many}`)
    .join(', ')
}

function tallyOf(change: VersionChange): [string, string] {
  const { kind } = change.part
  switch (change.kind) {
    case 'added':
    case 'removed':
    case 'moved':
      return [`${kind} ${change.kind}`, `${kind}s ${change.kind}`]
    case 'text':
      return change.language === 'cy'
        ? ['Welsh text changed', 'Welsh texts changed']
        : ['text changed', 'texts changed']
    case 'required':
      return change.required
        ? ['question now required', 'questions now required']
        : ['question no longer required', 'questions no longer required']
    case 'type':
      return ['type changed', 'types changed']
    case 'condition':
      return ['condition changed', 'conditions changed']
    case 'access':
      return ['access list changed', 'access lists changed']
    case 'limit':
      return ['limit changed', 'limits changed']
    case 'setting':
      return ['setting changed', 'settings changed']
    default:
      return assertNever(change)
  }
}

/** What a part is called within a sentence: “question “Which school?””. */
function partInWords({ kind, name, question }: ChangedPart): string {
  if (kind === 'form') return 'the form'
  const quoted = name === '' ? `a ${kind} without words` : `${kind} “${name}”`
  return question ? `${quoted} of “${question.name}”` : quoted
}

/** “on page “About school” as number 2”. */
export function placeInWords({ within, number }: Place): string {
  if (within.kind === 'form') return `as number ${number} of the form`
  const preposition: Record<PartKind, string> = {
    form: 'in',
    page: 'on page',
    section: 'in section',
    question: 'in',
    option: 'in',
  }
  return `${preposition[within.kind]} “${within.name}” as number ${number}`
}

const textNames: Record<string, string> = {
  title: 'title',
  wording: 'wording',
  help: 'help text',
  guidance: 'guidance',
  label: 'wording',
  itemLabel: 'name of an item',
}

/** What a text of a part is called, such as “the wording (Welsh)”. */
export function textInName(property: string, language: 'en' | 'cy'): string {
  return `the ${textNames[property] ?? spaced(property)}${language === 'cy' ? ' (Welsh)' : ''}`
}

function textInWords({ part, property, language, before, after }: Extract<VersionChange, { kind: 'text' }>) {
  const what = `${textInName(property, language)} of ${partInWords(part)}`
  if (before === '') return `${capital(what)} was added: “${after}”.`
  if (after === '') return `${capital(what)} was removed; it was “${before}”.`
  return `${capital(what)} changed from “${before}” to “${after}”.`
}

const conditionNames: Record<ConditionProperty, [added: string, removed: string, changed: string]> = {
  showIf: ['it is shown only under a condition now', 'it is always shown now', 'when it is shown changed'],
  requiredIf: [
    'it is required under a condition now',
    'it is no longer required under a condition',
    'when it is required changed',
  ],
  rules: [
    'rules for its answer were added',
    'the rules for its answer were removed',
    'the rules for its answer changed',
  ],
  prefill: [
    'an earlier answer is offered to it now',
    'no earlier answer is offered to it any longer',
    'which answer is offered to it changed',
  ],
  formula: ['a calculation was added', 'its calculation was removed', 'how it is calculated changed'],
}

function conditionInWords({
  property,
  before,
  after,
}: Extract<VersionChange, { kind: 'condition' }>): string {
  const [added, removed, changed] = conditionNames[property]
  if (before === undefined) return added
  return after === undefined ? removed : changed
}

const propertyNames: Record<string, string> = {
  audience: 'who fills it in',
  code: 'the code',
  family: 'the kind of form',
  flow: 'how its pages are filled in',
  purpose: 'what it sets going',
  englishOnly: 'why it is in English only',
  informationDueDays: 'the days within which information is due',
  maxLength: 'the most characters',
  min: 'the smallest value',
  max: 'the largest value',
  maxFiles: 'the most files',
  maxBytes: 'the largest file in bytes',
  types: 'the kinds of file',
  decimals: 'the decimal places',
  entries: 'the entries of its list',
  table: 'the look-up table',
  picture: 'the picture',
  formatting: 'whether the answer may be formatted',
  tellsOf: 'whether the answer tells of a parent or carer',
}

const switches: Record<string, [on: string, off: string]> = {
  formatting: ['may be formatted', 'may not be formatted'],
  tellsOf: ['tells of a parent or carer', 'does not tell of a parent or carer'],
}

/** What a setting that is on or off allows, such as “may be formatted”; undefined for any other property. */
export function switchInWords(property: string, value: unknown): string | undefined {
  return switches[property]?.[value ? 0 : 1]
}

/** What a setting or limit is called in English. */
export function propertyInWords(property: string): string {
  return propertyNames[property] ?? `the setting “${spaced(property)}”`
}

function valuesInWords(before: unknown, after: unknown): string {
  const [was, is] = [valueInWords(before), valueInWords(after)]
  if (was === undefined || is === undefined) return 'changed'
  if (was === '') return `was set to ${is}`
  return is === '' ? `was removed; it was ${was}` : `changed from ${was} to ${is}`
}

const choiceNames: Record<string, string> = {
  onePageAtATime: 'one page at a time',
  taskList: 'a list of tasks',
}

/** A plain value as people read it, `''` for none, undefined for one that has no short words. */
export function valueInWords(value: unknown): string | undefined {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return choiceNames[value] ?? value
  if (!Array.isArray(value)) return undefined
  const words = value.map(valueInWords)
  return words.every((word) => word !== undefined) ? words.join(', ') : undefined
}

/** A type of question in words: `singleChoice` is “single choice”. */
export function typeInWords(type: string): string {
  return spaced(type)
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function spaced(camelCase: string): string {
  return camelCase.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
