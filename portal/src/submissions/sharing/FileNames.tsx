import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import { inLanguage } from '@send/shared/texts/language'
import { SummaryList } from '../../design/SummaryList.tsx'
import { usePortal } from '../../use-portal.ts'
import { useFormLanguage } from '../form-language.ts'
import type { MySubmission } from '../mine.ts'

/** The names of the files of a page, for a helper: what is in them is the owner’s to show. */
export function FileNames({ submission, page }: { submission: MySubmission; page: Page }) {
  const { t } = usePortal()
  const { language, t: inForm, lang } = useFormLanguage(submission.whole)
  const { files, helping } = submission
  const questions = listPageQuestions(page).filter(({ type }) => type === 'file')
  if (!helping || questions.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.shared.files')}</h2>
      <p className="govuk-hint">{t('portal.shared.onlyOwnerFiles', { name: helping.ownerName })}</p>
      <SummaryList
        lang={lang}
        rows={questions.map(({ id, wording }) => ({
          key: id,
          name: inLanguage(wording, language),
          value:
            files
              .filter(({ questionId }) => questionId === id)
              .map(({ name }) => name)
              .join('\n') || inForm('values.notAnswered'),
        }))}
      />
    </>
  )
}
