import { usePortal } from '../use-portal.ts'
import type { MySubmission } from './mine.ts'

/** Where a file stands in its check, in words for its sender; nothing where there is nothing to say. */
export function FileState({ file, sent }: { file: MySubmission['files'][number]; sent: boolean }) {
  const { t } = usePortal()
  switch (file.state) {
    case 'clean':
    case 'notScanned':
      return null
    case 'checking':
      return (
        <span className="govuk-hint govuk-!-margin-bottom-0 send-file-state">
          {t(sent ? 'portal.files.checkingSent' : 'portal.files.checking')}
        </span>
      )
    case 'refused':
      return (
        <span className="govuk-error-message govuk-!-margin-bottom-0 send-file-state">
          <span className="govuk-visually-hidden">{t('portal.error.prefix')} </span>
          {t(`portal.files.refused.${file.refusal ?? 'malware'}`)}{' '}
          {t(sent ? 'portal.files.refusedSent' : 'portal.files.refusedDraft')}
        </span>
      )
  }
}
