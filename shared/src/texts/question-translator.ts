import { makeTranslators, type KeyOf } from './make-translators.ts'
import { questionTexts } from './question-texts.ts'
import { validationTexts } from './validation-texts.ts'

const catalogue = { ...validationTexts, ...questionTexts }

export type QuestionTextKey = KeyOf<typeof catalogue>

/**
 * What questions and their errors are worded with, apart from all other texts: it goes with the questions into
 * the pages of phones.
 */
export const questionTranslator = makeTranslators(catalogue)
