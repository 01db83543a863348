import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { Details } from '../design/Details.tsx'
import { ImportantBanner } from '../design/ImportantBanner.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { usePortal } from '../use-portal.ts'
import { AnswerText } from './AnswerText.tsx'
import { listSteps, stepHref } from './form-steps.ts'
import type { MySubmission } from './mine.ts'

type Moved = NonNullable<MySubmission['moved']>

/** Tells who goes on with a form that changed meanwhile where to look, and shows what is no longer asked. */
export function ChangedForm({ submission, moved }: { submission: MySubmission; moved: Moved }) {
  const { t, language } = usePortal()
  const { definition, place } = submission
  const steps = listSteps(place, definition)
  const pages = definition.pages.flatMap((page) => {
    const step = steps.find((candidate) => candidate.page.id === page.id)
    return step && moved.pagesToReview.includes(page.id) ? [{ page, href: stepHref(place, step) }] : []
  })
  return (
    <>
      <ImportantBanner title={t('portal.changed.title')} heading={t('portal.changed.heading')}>
        <p className="govuk-body">
          {t(pages.length > 0 ? 'portal.changed.lookAt' : 'portal.changed.nothing')}
        </p>
        {pages.length > 0 ? (
          <ul className="govuk-list govuk-list--bullet">
            {pages.map(({ page, href }) => (
              <li key={page.id}>
                <a
                  className="govuk-notification-banner__link"
                  href={href}
                  lang={otherLanguage(page.title, language)}
                >
                  {inLanguage(page.title, language)}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </ImportantBanner>
      {moved.aside.length > 0 ? (
        <Details summary={t('portal.changed.aside')}>
          <p className="govuk-body">{t('portal.changed.asideHint')}</p>
          <SummaryList
            rows={moved.aside.map(({ question, answer, fileNames }, index) => ({
              key: `${question.id} ${index}`,
              name: inLanguage(question.wording, language),
              nameLang: otherLanguage(question.wording, language),
              value: fileNames.join('\n') || (
                <AnswerText question={question} answer={answer} language={language} />
              ),
            }))}
          />
        </Details>
      ) : null}
    </>
  )
}
