import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { inLanguage } from '@send/shared/texts/language'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { ImportantBanner } from '../design/ImportantBanner.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { useOfRequest } from '../of-request.tsx'
import { usePortal } from '../use-portal.ts'
import { AnswerText } from './AnswerText.tsx'
import { pageActivity } from './sharing/page-activity.ts'
import { useFormLanguage } from './form-language.ts'
import type { MySubmission } from './mine.ts'

/** An answer as another window left it while it was being changed in this one. */
export type Elsewhere = { questionId: string; value: unknown }

type ChangedElsewhereProps = { submission: MySubmission; page: Page; elsewhere: Elsewhere[] }

/** Shows the answers that another window saved meanwhile, beside those that are in the boxes: the person decides. */
export function ChangedElsewhere({ submission, page, elsewhere }: ChangedElsewhereProps) {
  const { t } = usePortal()
  const { language, lang } = useFormLanguage(submission.whole)
  const { changes } = useOfRequest(pageActivity)
  if (elsewhere.length === 0) return null
  const others = changes.filter((change) =>
    elsewhere.some(({ questionId }) => questionId === change.questionId),
  )
  const names = [...new Set(others.map(({ name }) => name))].join(', ')
  const rows = listPageQuestions(page).flatMap((question) =>
    elsewhere
      .filter(({ questionId }) => questionId === question.id)
      .map(({ value }) => ({
        key: question.id,
        name: inLanguage(question.wording, language),
        value: <AnswerText question={question} answer={value} language={language} />,
      })),
  )
  return (
    <ImportantBanner
      title={t('portal.changed.title')}
      heading={names === '' ? t('portal.elsewhere.heading') : t('portal.sharing.elsewhere', { names })}
    >
      <p className="govuk-body">
        {t(submission.isShared ? 'portal.sharing.elsewhereText' : 'portal.elsewhere.text')}
      </p>
      <SummaryList rows={rows} lang={lang} />
      <p className="govuk-body">
        <a className="govuk-notification-banner__link" href={`${submission.place.base}/pages/${page.id}`}>
          {t('portal.elsewhere.take')}
        </a>
      </p>
    </ImportantBanner>
  )
}

type Said = { elsewhere: Elsewhere[]; language: Language; isShared: boolean }

/** Says at each question that another window, or somebody else, changed it. */
export function listElsewhereProblems(page: Page, { elsewhere, language, isShared }: Said): Problem[] {
  const key = isShared ? 'portal.sharing.elsewhereProblem' : 'portal.elsewhere.problem'
  return listPageQuestions(page)
    .filter(({ id }) => elsewhere.some(({ questionId }) => questionId === id))
    .map(({ id, wording }) => ({
      questionId: id,
      message: translator(language)(key, { question: inLanguage(wording, language) }),
    }))
}
