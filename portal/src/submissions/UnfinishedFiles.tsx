import { usePortal } from '../use-portal.ts'
import { RemoveFile } from './RemoveFile.tsx'
import type { MySubmission } from './mine.ts'
import { whenOf } from './times.ts'

type UnfinishedFilesProps = {
  files: MySubmission['unfinishedFiles']
  /** The page of their question, with what stays in addresses. */
  action: string
}

/** The files of which only a part arrived, from this device or another, each with a way to take it out again. */
export function UnfinishedFiles({ files, action }: UnfinishedFilesProps) {
  const { t, language } = usePortal()
  if (files.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.uploads.unfinished')}</h2>
      <p className="govuk-body">{t('portal.uploads.unfinishedText')}</p>
      <dl className="govuk-summary-list">
        {files.map(({ uploadId, name, size, arrived, keptUntil }) => (
          <div className="govuk-summary-list__row" key={uploadId}>
            <dt className="govuk-summary-list__key send-lines">{name}</dt>
            <dd className="govuk-summary-list__value">
              {t('portal.uploads.arrived', {
                percent: Math.floor((100 * arrived) / size),
                until: whenOf(keptUntil, language, t),
              })}
            </dd>
            <dd className="govuk-summary-list__actions">
              <RemoveFile action={action} by="uploadId" id={uploadId} name={name} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
