import { Button } from '@send/portal/design/Button'
import { listPageQuestions, type Page } from '@send/shared/forms/form-definition'
import { behaviourOf, type Question } from '@send/shared/forms/questions/question-types'
import { inLanguage, type Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useState } from 'react'

import { StaffQuestionField } from '../questions/staff-fields.tsx'
import { PreviewMessage, windowOrigin, type PreviewReady } from './preview-message.ts'

/** The form as the portal draws it. What is typed here goes nowhere: nothing is kept and nothing is sent. */
export function PreviewPage() {
  const shown = useShown()
  const { language, page, questionId } = shown ?? { language: 'en', page: null, questionId: null }
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    const field = questionId ? document.getElementById(questionId) : null
    if (field) field.scrollIntoView({ block: 'center' })
    else window.scrollTo(0, 0)
  }, [questionId, page?.id])
  if (!shown) return null
  return (
    <div className="govuk-width-container">
      <main className="govuk-main-wrapper">
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            {page ? <PageShown {...shown} page={page} key={page.id} /> : <Beginning {...shown} />}
          </div>
        </div>
      </main>
    </div>
  )
}

/** What the window wants to be shown; it is told once that somebody listens. */
function useShown(): PreviewMessage | undefined {
  const [shown, setShown] = useState<PreviewMessage | undefined>(undefined)
  useEffect(() => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== windowOrigin || source !== window.parent) return
      const message = PreviewMessage.safeParse(data)
      if (message.success) setShown(message.data)
    }
    window.addEventListener('message', onMessage)
    window.parent.postMessage({ kind: 'ready' } satisfies PreviewReady, windowOrigin)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return shown
}

function Beginning({ title, guidance, language }: PreviewMessage) {
  return (
    <>
      <h1 className="govuk-heading-l">{inLanguage(title, language)}</h1>
      {guidance ? <p className="govuk-body send-lines">{inLanguage(guidance, language)}</p> : null}
    </>
  )
}

/** A page, and after it the screens of its file questions, which the portal asks one by one. */
function PageShown({ title, page, language }: PreviewMessage & { page: Page }) {
  const caption = inLanguage(title, language)
  const files = listPageQuestions(page).filter((question) => question.type === 'file')
  const others = listPageQuestions(page).filter((question) => question.type !== 'file')
  const heading = inLanguage(page.title, language)
  return (
    <>
      {caption ? <span className="govuk-caption-l">{caption}</span> : null}
      {heading ? <h1 className="govuk-heading-l">{heading}</h1> : null}
      {page.guidance ? <p className="govuk-body send-lines">{inLanguage(page.guidance, language)}</p> : null}
      {others.length > 0 ? <Screen questions={others} language={language} /> : null}
      {files.map((question) => (
        <div key={question.id}>
          <hr className="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
          <Screen questions={[question]} language={language} />
        </div>
      ))}
    </>
  )
}

/** What the portal sends at once: some questions and the buttons below them. */
function Screen({ questions, language }: { questions: Question[]; language: Language }) {
  const t = translator(language)
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      {questions.map((question) => (
        <StaffQuestionField
          key={question.id}
          question={question}
          answer={behaviourOf(question).emptyAnswer()}
          problems={[]}
          language={language}
          t={t}
        />
      ))}
      {questions.some(({ type }) => type === 'file') ? (
        <Button kind="secondary">{t('portal.files.upload')}</Button>
      ) : null}
      <div className="govuk-button-group">
        <Button>{t('portal.forms.saveAndContinue')}</Button>
        <Button kind="secondary">{t('portal.forms.later')}</Button>
      </div>
    </form>
  )
}
