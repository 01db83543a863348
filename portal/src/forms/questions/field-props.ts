import type {
  AnswerOf,
  Question,
  QuestionOf,
  QuestionType,
} from '@send/shared/forms/questions/question-types'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import type { Language, Text } from '@send/shared/texts/language'
import { inLanguage } from '@send/shared/texts/language'
import type { Translate } from '@send/shared/texts/translator'
import type { PlainDate } from '@send/shared/values/plain-date'

/** What every question is drawn with: all texts and problems come from outside, nothing is fetched. */
export type QuestionFieldProps = {
  question: Question
  answer: unknown
  problems: Problem[]
  language: Language
  t: Translate
  /** Keeps ids apart where two forms share a document; the names of the fields never change. */
  idPrefix?: string | undefined
  disabled?: boolean | undefined
  /** The day on which it is answered; without it nothing is left out because of its dates. */
  today?: PlainDate | undefined
  /** Whether an option is offered, where that follows from other answers; one that is not is drawn hidden. */
  offers?: Offers | undefined
  /** How the answers make a question in an item of a group, which bears its place as its id; else it is always shown. */
  asked?: (<Asked extends Question>(question: Asked) => AskedMember<Asked>) | undefined
}

type Offers = (value: string) => boolean
type AskedMember<Asked> = { question: Asked; isShown: boolean; offers: Offers | undefined }

/** What an option whose question has conditional ones is drawn with. */
export function optionState({ offers }: { offers?: Offers | undefined }, value: string) {
  return offers && { value, isOffered: offers(value) }
}

/** What the field of one type is given. */
export type FieldProps<Type extends QuestionType> = Omit<QuestionFieldProps, 'question' | 'answer'> & {
  question: QuestionOf<Type>
  answer: AnswerOf<Type>
}

/** The id of a question's first box, or of one part of it: also where the error summary leads to. */
export function fieldId(questionId: string, part?: string, idPrefix = ''): string {
  return `${idPrefix}${questionId}${part ? `.${part}` : ''}`
}

type Labelled = { question: { wording: Text; required: boolean }; language: Language; t: Translate }

/** The wording of a question, saying so when it may be left empty. */
export function questionLabel(props: Labelled): string {
  const wording = inLanguage(props.question.wording, props.language)
  return props.question.required ? wording : props.t('portal.forms.optional', { question: wording })
}

/** The help text in the language of the page, if there is any. */
export function helpText(help: Text | undefined, language: Language): string | undefined {
  return help ? inLanguage(help, language) || undefined : undefined
}

/** The sentence for one part of a question, or for the question as a whole. */
export function problemOf(problems: Problem[], part?: string): string | undefined {
  return problems.find((problem) => problem.part === part)?.message
}
