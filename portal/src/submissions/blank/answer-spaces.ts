import { isActiveOn } from '@send/shared/forms/lookup-table'
import type { ChoiceOption } from '@send/shared/forms/questions/single-choice'
import type { Question } from '@send/shared/forms/questions/question-types'
import { inLanguage, type Language } from '@send/shared/texts/language'
import { translator, type Translate } from '@send/shared/texts/translator'
import type { AnswerSpace, LetterBoxes } from '../printing/blank-document.ts'
import { blocksOfWords } from '../printing/copy-blocks.ts'

/** Of a list that is longer nobody ticks one of all; they write it. */
const mostTicked = 40

type Spacing = {
  language: Language
  /** The day of printing: entries of look-up tables are those of that day. */
  today: string
  optionOf: (option: ChoiceOption) => string
}

/** The room to answer a question by hand; a group has none of its own. */
export function answerSpaces(question: Question, { language, today, optionOf }: Spacing): AnswerSpace[] {
  const t = translator(language)
  switch (question.type) {
    case 'guidance':
      return [{ kind: 'words', blocks: blocksOfWords(inLanguage(question.text, language)) }]
    case 'shortText':
      return [lines(question.maxLength > 80 ? 2 : 1)]
    case 'longText':
      return [lines(question.maxLength > 2000 ? 12 : question.maxLength > 500 ? 8 : 5)]
    case 'yesNo':
      return [ticks(t('portal.blank.tickOne'), [t('values.yes'), t('values.no')])]
    case 'singleChoice':
      return [ticks(t('portal.blank.tickOne'), question.options.map(optionOf))]
    case 'multipleChoice': {
      const options = [...question.options, ...(question.none ? [question.none] : [])]
      return [ticks(t('portal.blank.tickAll'), options.map(optionOf))]
    }
    case 'lookup': {
      const entries = question.entries.filter((entry) => isActiveOn(entry, today))
      if (entries.length > mostTicked) return [lines(1)]
      const named = entries.map(({ description }) => inLanguage(description, language))
      return [ticks(t('portal.blank.tickOne'), named)]
    }
    case 'wholeNumber':
    case 'decimal':
    case 'time':
    case 'email':
    case 'phone':
    case 'personLookup':
    case 'baseLookup':
    case 'staffLookup':
      return [lines(1)]
    case 'money':
      return [lines(1, t('portal.blank.pounds'))]
    case 'date':
      return [letters(null, dateBoxes(t))]
    case 'partialDate':
      return [letters(null, dateBoxes(t).slice(question.month === 'no' ? 2 : 1))]
    case 'nhsNumber':
      return [letters(null, [plain(3), plain(3), plain(4)])]
    case 'upn':
      return [letters(null, [plain(13)])]
    case 'personName':
      return [lines(1, t('portal.field.givenNames')), lines(1, t('portal.field.familyName'))]
    case 'address':
      return [
        lines(1, t('portal.field.line1')),
        lines(1, t('portal.field.line2')),
        lines(1, t('portal.field.town')),
        lines(1, t('portal.field.postcode')),
      ]
    case 'contactDetails':
      return [
        lines(1, t('portal.field.phone')),
        lines(1, t('portal.field.email')),
        ticks(t('portal.field.preferred'), [t('portal.field.byPhone'), t('portal.field.byEmail')]),
      ]
    case 'childDetails':
      return [
        lines(1, t('portal.child.givenNames')),
        lines(1, t('portal.child.familyName')),
        letters(t('portal.child.dateOfBirth'), dateBoxes(t)),
        ticks(t('portal.child.sex'), [t('values.female'), t('values.male')]),
        lines(1, t('portal.child.postcode')),
        letters(t('portal.child.upn'), [plain(13)]),
      ]
    case 'file':
      return [lines(3, t('portal.blank.files'))]
    case 'declaration':
      return [
        { kind: 'words', blocks: blocksOfWords(inLanguage(question.statement, language)) },
        ticks(null, [t('portal.field.agree')]),
        lines(1, t('portal.blank.name.full')),
        lines(1, t('portal.blank.signature')),
        letters(t('portal.blank.date'), dateBoxes(t)),
      ]
    case 'calculated':
    case 'group':
      return []
  }
}

/** Boxes for a day, a month and a year. */
export function dateBoxes(t: Translate): LetterBoxes[] {
  return [
    { label: t('portal.forms.day'), count: 2 },
    { label: t('portal.forms.month'), count: 2 },
    { label: t('portal.forms.year'), count: 4 },
  ]
}

function plain(count: number): LetterBoxes {
  return { label: null, count }
}

function lines(count: number, label: string | null = null): AnswerSpace {
  return { kind: 'lines', label, lines: count }
}

function letters(label: string | null, boxes: LetterBoxes[]): AnswerSpace {
  return { kind: 'letters', label, boxes }
}

function ticks(label: string | null, options: string[]): AnswerSpace {
  return { kind: 'ticks', label, options }
}
