import type { Text } from '../../texts/language.ts'
import type { Condition } from '../conditions/condition.ts'
import type { FormDefinition, Page, Section } from '../form-definition.ts'
import type { GroupMember } from '../questions/group-member.ts'
import type { Pictogram } from '../questions/pictogram.ts'
import type { Question, QuestionOf } from '../questions/question-types.ts'

/** A ready form: whoever takes it says who may read what comes in. */
export type LibraryForm = Omit<FormDefinition, 'accessList'>

/** A text of the library, always in both languages. */
export type Words = readonly [en: string, cy: string]

export type Extras = {
  help?: Words
  optional?: true
  showIf?: Condition
  requiredIf?: Condition
  tellsOf?: 'carer'
}

const megabyte = 1024 * 1024

export function words([en, cy]: Words): Text {
  return { en, cy }
}

function common(id: string, wording: Words, { help, optional, showIf, requiredIf, tellsOf }: Extras) {
  return {
    id,
    wording: words(wording),
    required: !optional,
    ...(help && { help: words(help) }),
    ...(showIf && { showIf }),
    ...(requiredIf && { requiredIf }),
    ...(tellsOf && { tellsOf }),
  }
}

export function longText(id: string, wording: Words, extras: Extras = {}): QuestionOf<'longText'> {
  return { ...common(id, wording, extras), type: 'longText', maxLength: 20_000 }
}

export function shortText(id: string, wording: Words, extras: Extras = {}): QuestionOf<'shortText'> {
  return { ...common(id, wording, extras), type: 'shortText', maxLength: 200 }
}

export function yesNo(id: string, wording: Words, extras: Extras = {}): QuestionOf<'yesNo'> {
  return { ...common(id, wording, extras), type: 'yesNo' }
}

/** A date that has been: nobody was seen tomorrow. */
export function pastDate(id: string, wording: Words, extras: Extras = {}): QuestionOf<'date'> {
  const latest = { kind: 'fromToday', amount: 0, unit: 'days' } as const
  return { ...common(id, wording, extras), type: 'date', latest }
}

export function month(id: string, wording: Words, extras: Extras = {}): QuestionOf<'partialDate'> {
  return { ...common(id, wording, extras), type: 'partialDate', month: 'ifKnown' }
}

export function wholeNumber(
  id: string,
  wording: Words,
  { min, max, ...extras }: Extras & { min: number; max: number },
): QuestionOf<'wholeNumber'> {
  return { ...common(id, wording, extras), type: 'wholeNumber', min, max }
}

export function decimal(
  id: string,
  wording: Words,
  { min, max, ...extras }: Extras & { min: number; max: number },
): QuestionOf<'decimal'> {
  return { ...common(id, wording, extras), type: 'decimal', places: 2, min, max }
}

export type Choice = readonly [value: string, en: string, cy: string, picture?: Pictogram]

function choiceOption([value, en, cy, picture]: Choice) {
  return { value, label: { en, cy }, ...(picture && { picture }) }
}

/** One choice out of a few. */
export function choice(
  id: string,
  wording: Words,
  { options, ...extras }: Extras & { options: readonly Choice[] },
): QuestionOf<'singleChoice'> {
  return { ...common(id, wording, extras), type: 'singleChoice', options: options.map(choiceOption) }
}

/** Any number of choices. */
export function choices(
  id: string,
  wording: Words,
  { options, none, ...extras }: Extras & { options: readonly Choice[]; none?: Choice },
): QuestionOf<'multipleChoice'> {
  return {
    ...common(id, wording, extras),
    type: 'multipleChoice',
    options: options.map(choiceOption),
    ...(none && { none: choiceOption(none) }),
  }
}

/** A question of a type that has no settings of its own. */
export function plain<
  Type extends 'childDetails' | 'personName' | 'contactDetails' | 'phone' | 'email' | 'nhsNumber' | 'address',
>(type: Type, id: string, wording: Words, extras: Extras = {}) {
  return { ...common(id, wording, extras), type }
}

export function files(id: string, wording: Words, extras: Extras = {}): QuestionOf<'file'> {
  const types: QuestionOf<'file'>['types'] = ['pdf', 'docx', 'jpeg', 'png', 'text']
  return { ...common(id, wording, extras), type: 'file', maxFiles: 10, maxBytes: 50 * megabyte, types }
}

export function declaration(id: string, wording: Words, statement: Words): QuestionOf<'declaration'> {
  return { ...common(id, wording, {}), type: 'declaration', statement: words(statement) }
}

/** Questions that are answered once for each of several things, each called `item`. */
export function group(
  id: string,
  wording: Words,
  { item, max, questions, ...extras }: Extras & { item: Words; max: number; questions: GroupMember[] },
): QuestionOf<'group'> {
  return { ...common(id, wording, extras), type: 'group', itemLabel: words(item), min: 0, max, questions }
}

type Parts = { guidance?: Words; showIf?: Condition }

export function page(
  id: string,
  title: Words,
  { questions, sections, ...parts }: Parts & { questions: Question[]; sections?: Section[] },
): Page {
  return { id, title: words(title), ...optionalParts(parts), questions, ...(sections && { sections }) }
}

export function section(
  id: string,
  title: Words,
  { questions, ...parts }: Parts & { questions: Question[] },
): Section {
  return { id, title: words(title), ...optionalParts(parts), questions }
}

function optionalParts({ guidance: text, showIf }: Parts) {
  return { ...(text && { guidance: words(text) }), ...(showIf && { showIf }) }
}

/** Holds where a question is answered by one of its values; a yes or no is `yes` or `no`. */
export function is(questionId: string, value: string): Condition {
  return { kind: 'equals', of: { from: 'answer', questionId }, value }
}

/** Holds where a question is answered by any of some of its values. */
export function isOneOf(questionId: string, values: string[]): Condition {
  return { kind: 'oneOf', of: { from: 'answer', questionId }, values }
}
