import { assertNever } from '../values/assert-never.ts'
import type { Formula } from './calculations/formula.ts'
import { findEntryProblem } from './lookup-table.ts'
import type { DateLimit } from './questions/date-limits.ts'
import type { Question } from './questions/question-types.ts'
import type { ChoiceOption } from './questions/single-choice.ts'

/** What keeps a question from being published because of its type, as a sentence, or undefined. */
export function typeProblem(question: Question): string | undefined {
  switch (question.type) {
    case 'singleChoice':
      return optionsProblem(question.options)
    case 'multipleChoice': {
      const problem = optionsProblem(question.options, question.none)
      if (problem) return problem
      return question.none?.label.en.trim() === '' ? 'Give “none of these” its wording.' : undefined
    }
    case 'wholeNumber':
    case 'decimal':
      return isReversed(question.min, question.max)
        ? 'The smallest number must not be larger than the largest.'
        : undefined
    case 'money':
      return isReversed(question.min, question.max)
        ? 'The smallest sum must not be larger than the largest.'
        : undefined
    case 'date':
    case 'partialDate':
      return limitsProblem(question.earliest, question.latest)
    case 'guidance':
      return question.text.en.trim() === '' ? 'Write the text of the guidance.' : undefined
    case 'declaration':
      return question.statement.en.trim() === '' ? 'Write the statement that people agree to.' : undefined
    case 'lookup': {
      if (!question.table) return 'Choose the look-up table that people choose from.'
      if (question.entries.length === 0)
        return 'The look-up table has no entries. Choose another, or add some.'
      return question.entries.map((_, index) => findEntryProblem(question.entries, index)).find(Boolean)
    }
    case 'calculated':
      return isEmptyFormula(question.formula) ? 'Choose what the value is calculated from.' : undefined
    case 'group':
      if (question.questions.length === 0) return 'Add a question to the group, or remove the group.'
      if (question.itemLabel.en.trim() === '') return 'Say what one item of the group is called.'
      return isReversed(question.min, question.max)
        ? 'The fewest items must not be more than the most.'
        : undefined
    case 'personLookup':
    case 'baseLookup':
    case 'staffLookup':
    case 'shortText':
    case 'longText':
    case 'time':
    case 'yesNo':
    case 'file':
    case 'childDetails':
    case 'personName':
    case 'address':
    case 'contactDetails':
    case 'email':
    case 'phone':
    case 'nhsNumber':
    case 'upn':
      return undefined
    default:
      return assertNever(question)
  }
}

function optionsProblem(options: ChoiceOption[], none?: ChoiceOption): string | undefined {
  if (options.length < 2) return 'Give the question at least two options.'
  if (options.some((option) => option.label.en.trim() === '')) return 'Give every option its wording.'
  const values = [...options, ...(none ? [none] : [])].map((option) => option.value)
  return new Set(values).size < values.length ? 'Give every option a value of its own.' : undefined
}

function isReversed(min: number | undefined, max: number | undefined): boolean {
  return min !== undefined && max !== undefined && min > max
}

/** Limits of one kind can be compared; a fixed and a relative one meet on some days and not on others. */
function limitsProblem(earliest: DateLimit | undefined, latest: DateLimit | undefined): string | undefined {
  const sentence = 'The earliest date must not be after the latest.'
  if (earliest?.kind === 'fixed' && latest?.kind === 'fixed' && earliest.date > latest.date) return sentence
  if (earliest?.kind !== 'fromToday' || latest?.kind !== 'fromToday') return undefined
  return daysOf(earliest) > daysOf(latest) ? sentence : undefined
}

function daysOf({ amount, unit }: Extract<DateLimit, { kind: 'fromToday' }>): number {
  return amount * { days: 1, months: 30, years: 365 }[unit]
}

function isEmptyFormula(formula: Formula): boolean {
  if (formula.kind === 'join') return formula.parts.length === 0
  return 'terms' in formula && formula.terms.length === 0
}
