import { Button } from '@send/portal/design/Button'
import { ErrorSummary } from '@send/portal/design/ErrorSummary'
import { InsetText } from '@send/portal/design/InsetText'
import { PageQuestions } from '@send/portal/forms/questions/PageQuestions'
import { problemTarget, QuestionField } from '@send/portal/forms/questions/question-fields'
import { readPage, type Answers } from '@send/shared/forms/answers'
import { wordHiddenReason } from '@send/shared/forms/conditions/condition-in-words'
import {
  findQuestion,
  listPageQuestions,
  type FormDefinition,
  type Page,
} from '@send/shared/forms/form-definition'
import type { PageLook } from '@send/shared/forms/gate/page-states'
import { evaluateForm, type FormState } from '@send/shared/forms/logic/evaluate'
import { isShown } from '@send/shared/forms/logic/form-state'
import { findHiddenReason } from '@send/shared/forms/logic/why-hidden'
import { behaviourOf } from '@send/shared/forms/questions/question-types'
import { inLanguage, type Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import type { PlainDate } from '@send/shared/values/plain-date'
import type { ReactNode } from 'react'

import { StaffQuestionField } from '../questions/staff-fields.tsx'
import { listProblemsOfEmptyPage } from './look/list-problems.ts'
import { PreviewField } from './PreviewField.tsx'

type PageShownProps = {
  definition: FormDefinition
  page: Page
  questionId: string | null
  language: Language
  today: PlainDate
  typed: Answers
  onType: (answers: Answers) => void
  /** How the accessibility check wants to see the page; as somebody fills it in where it is left out. */
  look?: PageLook
}

/**
 * A page, and after it the screens of its file questions, which the portal asks one by one. A form of staff asks them in
 * their place.
 */
export function PageShown(props: PageShownProps) {
  const { definition, page, questionId, language, today, typed, onType, look } = props
  const t = translator(language)
  const state = evaluateForm(definition, typed, { today })
  const caption = inLanguage(definition.title, language)
  const heading = inLanguage(page.title, language)
  const questions = listPageQuestions(page)
  const asksFiles = definition.family === 'internal'
  const files = asksFiles ? [] : questions.filter(({ type }) => type === 'file')
  // What is selected is drawn even where the test answers hide it, and it is said why they do.
  const revealed = revealedIds(state, page, questionId)
  const everything = look === 'everythingShown' || look === 'withErrors'
  const shows = (id: string) => everything || revealed.has(id) || isShown(state, id)
  const problems = look === 'withErrors' ? listProblemsOfEmptyPage(page, { language, today }) : []
  return (
    <>
      <ErrorSummary
        title={t('portal.error.summary')}
        problems={problems.map((problem) => ({
          href: problemTarget(problem, findQuestion(definition, problem.questionId)),
          message: problem.message,
        }))}
      />
      {caption ? <span className="govuk-caption-l">{caption}</span> : null}
      {heading ? <h1 className="govuk-heading-l">{heading}</h1> : null}
      {page.guidance ? <p className="govuk-body send-lines">{inLanguage(page.guidance, language)}</p> : null}
      {look ? null : <WhyHidden state={state} id={questionId ?? page.id} />}
      {questions.length > files.length ? (
        <Screen language={language} onInput={(form) => onType(readTyped(page, form))}>
          <PageQuestions
            page={page}
            state={state}
            shows={shows}
            asksFiles={asksFiles}
            Field={asksFiles || look ? StaffQuestionField : PreviewField}
            problems={problems}
            language={language}
            t={t}
          />
        </Screen>
      ) : null}
      {files
        .filter(({ id }) => shows(id))
        .map((question) => (
          <div key={question.id}>
            <hr className="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
            <Screen language={language}>
              <QuestionField
                question={question}
                answer={behaviourOf(question).emptyAnswer()}
                problems={problems}
                language={language}
                t={t}
              />
              <Button kind="secondary">{t('portal.files.upload')}</Button>
            </Screen>
          </div>
        ))}
    </>
  )
}

type ScreenProps = {
  language: Language
  onInput?: (form: HTMLFormElement) => void
  children: ReactNode
}

/** What the portal sends at once: some questions and the buttons below them. */
function Screen({ language, onInput, children }: ScreenProps) {
  const t = translator(language)
  return (
    <form
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onInput={(event) => onInput?.(event.currentTarget)}
    >
      {children}
      <div className="govuk-button-group">
        <Button>{t('portal.forms.saveAndContinue')}</Button>
        <Button kind="secondary">{t('portal.forms.later')}</Button>
      </div>
    </form>
  )
}

/** Why the test answers hide what is selected; nothing while they show it. */
function WhyHidden({ state, id }: { state: FormState; id: string }) {
  const reason = findHiddenReason(state, id)
  if (!reason) return null
  const words = wordHiddenReason(reason, state.form.scope)
  return <InsetText>{translator('en')('forms.previewHidden', { reason: words })}</InsetText>
}

/** All of a hidden page that is selected; else the selected question with its section. */
function revealedIds(state: FormState, page: Page, questionId: string | null): Set<string> {
  const sections = page.sections ?? []
  if (!isShown(state, page.id)) {
    return new Set([...sections, ...listPageQuestions(page)].map(({ id }) => id))
  }
  const section = sections.find(({ questions }) => questions.some(({ id }) => id === questionId))
  return new Set([questionId, section?.id].filter((id) => typeof id === 'string'))
}

function readTyped(page: Page, form: HTMLFormElement): Answers {
  const fields = new FormData(form)
  return readPage(page, (name) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  })
}
