import type { FormDefinition, Page } from '../forms/form-definition.ts'
import type { Question, QuestionOf, QuestionType } from '../forms/questions/question-types.ts'
import { newId, newPageId, newQuestionId } from '../values/ids.ts'

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
    audience: 'parents',
    purpose: 'ehcNeedsAssessmentRequest',
    accessList: { entries: [{ effect: 'allow', subject: { kind: 'group', id: newId() }, rights: ['read'] }] },
    pages: [buildPage([buildQuestion('childDetails')])],
    ...overrides,
  }
}
