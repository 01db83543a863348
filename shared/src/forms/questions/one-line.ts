import { inLanguage } from '../../texts/language.ts'
import type { Language, Text } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import type { QuestionTextKey } from '../../texts/question-translator.ts'
import type { QuestionId } from '../../values/ids.ts'
import { textFacts } from './facts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

/** One line of text as typed, longer than any number or address that it may hold. */
export const OneLine = TypedText.max(300)

type Asked = { id: QuestionId; wording: Text; required: boolean }

type Rule = {
  /** Whether what was typed, without the blanks around it, will do. */
  holds: (typed: string) => boolean
  wrong: QuestionTextKey
  display: (typed: string, language: Language) => string
}

/** The behaviour of a type that is one line of text with a rule of its own. */
export function oneLineModel<Question extends Asked>(rule: Rule): QuestionModel<Question, string> {
  return {
    emptyAnswer: () => '',
    isEmpty: (answer) => answer.trim() === '',
    read: (question, readField) => readField(question.id).slice(0, 300),
    validate(question, answer, context) {
      const typed = answer.trim()
      if (typed === '' ? !question.required : rule.holds(typed)) return []
      const wording = { question: inLanguage(question.wording, context.language) }
      const key = typed === '' ? 'validation.answerNeeded' : rule.wrong
      return [{ questionId: question.id, message: questionTranslator(context.language)(key, wording) }]
    },
    display: (_question, answer, language) => rule.display(answer.trim(), language),
    facts: () => textFacts((answer) => answer),
  }
}
