import type { Text } from '../texts/language.ts'
import { newPageId, newQuestionId, newSectionId } from '../values/ids.ts'
import type { FormDefinition, Page, Section } from './form-definition.ts'
import type { Question, QuestionOf, QuestionType } from './questions/question-types.ts'
import { newChoiceOption } from './questions/single-choice.ts'

const bytesInMegabyte = 1024 * 1024

/** What a question of each type begins with, besides the parts that all have. */
const beginnings: { [Type in QuestionType]: () => Omit<QuestionOf<Type>, 'id' | 'wording' | 'required'> } = {
  shortText: () => ({ type: 'shortText', maxLength: 200 }),
  longText: () => ({ type: 'longText', maxLength: 5000 }),
  date: () => ({ type: 'date' }),
  yesNo: () => ({ type: 'yesNo' }),
  singleChoice: () => ({ type: 'singleChoice', options: [newChoiceOption(), newChoiceOption()] }),
  wholeNumber: () => ({ type: 'wholeNumber' }),
  file: () => ({
    type: 'file',
    maxFiles: 5,
    maxBytes: 10 * bytesInMegabyte,
    types: ['pdf', 'docx', 'jpeg', 'png'],
  }),
  childDetails: () => ({ type: 'childDetails' }),
  calculated: () => ({ type: 'calculated', formula: { kind: 'add', terms: [] }, decimals: 0 }),
  guidance: () => ({ type: 'guidance', text: { en: '' } }),
  partialDate: () => ({ type: 'partialDate', month: 'needed' }),
  time: () => ({ type: 'time' }),
  multipleChoice: () => ({ type: 'multipleChoice', options: [newChoiceOption(), newChoiceOption()] }),
  lookup: () => ({ type: 'lookup', entries: [] }),
  decimal: () => ({ type: 'decimal', places: 2 }),
  money: () => ({ type: 'money' }),
  personName: () => ({ type: 'personName' }),
  address: () => ({ type: 'address' }),
  contactDetails: () => ({ type: 'contactDetails' }),
  email: () => ({ type: 'email' }),
  phone: () => ({ type: 'phone' }),
  nhsNumber: () => ({ type: 'nhsNumber' }),
  upn: () => ({ type: 'upn' }),
  declaration: () => ({ type: 'declaration', statement: { en: '' } }),
  group: () => ({ type: 'group', itemLabel: { en: '' }, min: 0, max: 10, questions: [] }),
  personLookup: () => ({ type: 'personLookup' }),
  baseLookup: () => ({ type: 'baseLookup' }),
  staffLookup: () => ({ type: 'staffLookup' }),
}

/** A question of a type, without its wording; required where there is something to answer. */
export function newQuestion<Type extends QuestionType>(type: Type): QuestionOf<Type>
export function newQuestion(type: QuestionType): Question {
  const common = { id: newQuestionId(), wording: { en: '' }, required: type !== 'guidance' }
  return { ...common, ...beginnings[type]() }
}

/** A page without a title or a question. */
export function newPage(): Page {
  return { id: newPageId(), title: { en: '' }, questions: [] }
}

/** A section without a title or a question. */
export function newSection(): Section {
  return { id: newSectionId(), title: { en: '' }, questions: [] }
}

/** A form that has only what every form needs: a page that asks who the child is. Nobody may read it yet. */
export function newForm(code: string, first: { page: Text; question: Text }): FormDefinition {
  const question = { ...newQuestion('childDetails'), wording: first.question }
  return {
    code,
    title: { en: '' },
    audience: 'parents',
    purpose: 'information',
    accessList: { entries: [] },
    pages: [{ ...newPage(), title: first.page, questions: [question] }],
  }
}
