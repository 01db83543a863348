import type { FormDefinition, Page } from '../forms/form-definition.ts'
import type { Question, QuestionOf, QuestionType } from '../forms/questions/question-types.ts'
import { newId, newPageId, newQuestionId } from '../values/ids.ts'

/** The look-up table of the questions that are built here. */
export const builtLookupTable = { id: '01890000-0000-7000-8000-000000000001', name: 'Kinds of need' }

const specials: { [Type in QuestionType]: Omit<QuestionOf<Type>, 'id' | 'wording' | 'required'> } = {
  shortText: { type: 'shortText', maxLength: 100 },
  longText: { type: 'longText', maxLength: 20_000 },
  date: { type: 'date' },
  yesNo: { type: 'yesNo' },
  singleChoice: {
    type: 'singleChoice',
    options: [
      { value: 'home', label: { en: 'At home' } },
      { value: 'school', label: { en: 'At school', cy: 'Yn yr ysgol' } },
    ],
  },
  wholeNumber: { type: 'wholeNumber', min: 0, max: 20 },
  file: { type: 'file', maxFiles: 2, maxBytes: 1_000_000, types: ['pdf', 'png'] },
  childDetails: { type: 'childDetails' },
  calculated: { type: 'calculated', formula: { kind: 'number', value: 1 }, decimals: 0 },
  guidance: { type: 'guidance', text: { en: 'Take your time.', cy: 'Cymerwch eich amser.' } },
  partialDate: { type: 'partialDate', month: 'needed' },
  time: { type: 'time' },
  multipleChoice: {
    type: 'multipleChoice',
    options: [
      { value: 'talking', label: { en: 'Talking', cy: 'Siarad' } },
      { value: 'moving', label: { en: 'Moving' } },
    ],
    none: { value: 'none', label: { en: 'None of these', cy: 'Dim un o’r rhain' } },
  },
  lookup: {
    type: 'lookup',
    table: builtLookupTable,
    entries: [
      { code: 'ASD', description: { en: 'Autism', cy: 'Awtistiaeth' }, externalCode: 'ASD' },
      { code: 'OLD', description: { en: 'An older word' }, activeTo: '2020-08-31' },
    ],
  },
  decimal: { type: 'decimal', min: 0, max: 1000, places: 2 },
  money: { type: 'money', max: 1_000_000 },
  personName: { type: 'personName' },
  address: { type: 'address' },
  contactDetails: { type: 'contactDetails' },
  email: { type: 'email' },
  phone: { type: 'phone' },
  nhsNumber: { type: 'nhsNumber' },
  upn: { type: 'upn' },
  declaration: {
    type: 'declaration',
    statement: { en: 'What I wrote is true.', cy: 'Mae’r hyn a ysgrifennais yn wir.' },
  },
  group: {
    type: 'group',
    itemLabel: { en: 'Brother or sister', cy: 'Brawd neu chwaer' },
    min: 0,
    max: 3,
    questions: [
      {
        id: 'q_aaaaaaaaaaaaaaaaaaaaaaaaaa',
        wording: { en: 'Name', cy: 'Enw' },
        required: true,
        type: 'shortText',
        maxLength: 50,
      },
    ],
  },
  personLookup: { type: 'personLookup' },
  baseLookup: { type: 'baseLookup' },
  staffLookup: { type: 'staffLookup' },
}

/** A question of a type for tests, required and worded after its type. */
export function buildQuestion<Type extends QuestionType>(
  type: Type,
  overrides: Partial<QuestionOf<Type>> = {},
): QuestionOf<Type> {
  const common = { id: newQuestionId(), wording: { en: `Question of type ${type}` }, required: true }
  return { ...common, ...specials[type], ...overrides } as unknown as QuestionOf<Type>
}

/** A page for tests. */
export function buildPage(questions: Question[], overrides: Partial<Page> = {}): Page {
  return { id: newPageId(), title: { en: 'About the child' }, questions, ...overrides }
}

/** A publishable form for tests: one page with the child's details. */
export function buildForm(overrides: Partial<FormDefinition> = {}): FormDefinition {
  return {
    code: 'TEST-FORM',
    title: { en: 'A form for tests' },
    englishOnly: 'Its readers are tests.',
    audience: 'parents',
    purpose: 'ehcNeedsAssessmentRequest',
    accessList: { entries: [{ effect: 'allow', subject: { kind: 'group', id: newId() }, rights: ['read'] }] },
    pages: [buildPage([buildQuestion('childDetails')])],
    ...overrides,
  }
}
