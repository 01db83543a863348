import { displayAnswer } from '@send/shared/forms/answers'
import type { Answers } from '@send/shared/forms/answers'
import { inLanguage, otherLanguage } from '@send/shared/texts/language'
import { PageBody } from '../../PageBody.tsx'
import { SummaryList } from '../../design/SummaryList.tsx'
import { usePortal } from '../../use-portal.ts'
import type { Ended } from './find-ended.ts'

type EndedHelpProps = { ended: Ended; typed: Answers }

/** Says why a helper can no longer save a page, and shows what they typed, so that it can be copied. */
export function EndedHelp({ ended: { why, ownerName, page }, typed }: EndedHelpProps) {
  const { t, language } = usePortal()
  const rows = (page?.questions ?? [])
    .map((question) => ({
      key: question.id,
      name: inLanguage(question.wording, language),
      nameLang: otherLanguage(question.wording, language),
      value: displayAnswer(question, typed[question.id], language),
    }))
    .filter(({ value }) => value !== '')
  return (
    <PageBody title={t('portal.shared.ended.title')} back="/">
      <p className="govuk-body">{t(`portal.shared.ended.${why}`, { name: ownerName })}</p>
      {rows.length > 0 ? (
        <>
          <p className="govuk-body">{t('portal.shared.ended.typed')}</p>
          <SummaryList rows={rows} />
        </>
      ) : null}
    </PageBody>
  )
}
