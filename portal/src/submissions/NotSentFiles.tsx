import { InsetText } from '../design/InsetText.tsx'
import { usePortal } from '../use-portal.ts'
import type { MySubmission } from './mine.ts'

/** Says before a form is sent which files did not arrive in full, so that nobody thinks that they went with it. */
export function NotSentFiles({ submissionId, unfinishedFiles }: MySubmission) {
  const { t } = usePortal()
  if (unfinishedFiles.length === 0) return null
  return (
    <InsetText>
      <p className="govuk-body">{t('portal.uploads.notSent')}</p>
      <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
        {unfinishedFiles.map(({ uploadId, questionId, name }) => (
          <li key={uploadId}>
            <a className="govuk-link" href={`/submissions/${submissionId}/files/${questionId}?from=check`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  )
}
