import { listPageParts } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import type { FormState } from '@send/shared/forms/logic/evaluate'
import {
  asRequired,
  hasConditionalOptions,
  isOptionShown,
  isShown,
  listCountedAnswers,
} from '@send/shared/forms/logic/form-state'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import type { Question } from '@send/shared/forms/questions/question-types'
import { inLanguage } from '@send/shared/texts/language'
import type { Language } from '@send/shared/texts/language'
import type { Translate } from '@send/shared/texts/translator'
import type { ComponentType } from 'react'
import type { QuestionFieldProps } from './field-props.ts'
import { QuestionField } from './question-fields.tsx'

type PageQuestionsProps = {
  page: Page
  state: FormState
  /** Which parts are to be seen; those that the answers show, unless the preview wants to see others too. */
  shows?: ((place: string) => boolean) | undefined
  /** Draws one question; staff also see questions that no portal asks. */
  Field?: ComponentType<QuestionFieldProps> | undefined
  /** Whether `Field` draws file questions too; a portal asks them on screens of their own. */
  asksFiles?: boolean
  problems: Problem[]
  language: Language
  t: Translate
}

/**
 * The questions of a page under the headings of its sections. What is hidden is drawn hidden, so that its answer is kept and
 * a browser with scripts can show it at once.
 */
export function PageQuestions({ page, asksFiles = false, ...others }: PageQuestionsProps) {
  const { state, language, shows = (place) => isShown(state, place) } = others
  return listPageParts(page).map(({ section, questions }) => {
    const drawn = questions
      .filter(({ type }) => asksFiles || type !== 'file')
      .map((question) => <OneQuestion key={question.id} {...others} question={question} shows={shows} />)
    if (!section) return drawn
    if (drawn.length === 0) return null
    return (
      <section key={section.id} data-part={section.id} hidden={!shows(section.id)}>
        <h2 className="govuk-heading-m">{inLanguage(section.title, language)}</h2>
        {section.guidance ? (
          <p className="govuk-body send-lines">{inLanguage(section.guidance, language)}</p>
        ) : null}
        {drawn}
      </section>
    )
  })
}

type OneQuestionProps = Omit<PageQuestionsProps, 'page' | 'shows' | 'asksFiles'> & {
  question: Question
  shows: (place: string) => boolean
}

function OneQuestion({
  question,
  state,
  shows,
  Field = QuestionField,
  problems,
  language,
  t,
}: OneQuestionProps) {
  const { form } = state
  const answer =
    question.type === 'calculated'
      ? listCountedAnswers(state)[question.id]
      : state.answers[form.places.get(question.id) ?? -1]
  return (
    <div data-part={question.id} hidden={!shows(question.id)}>
      <Field
        question={asRequired(state, question)}
        offers={offersOf(state, question.id)}
        answer={answer}
        problems={problems}
        language={language}
        t={t}
        today={state.context.today}
        asked={(member) => ({
          question: asRequired(state, member),
          isShown: shows(member.id),
          offers: offersOf(state, member.id),
        })}
      />
    </div>
  )
}

function offersOf(state: FormState, place: string) {
  return hasConditionalOptions(state, place)
    ? (value: string) => isOptionShown(state, place, value)
    : undefined
}
