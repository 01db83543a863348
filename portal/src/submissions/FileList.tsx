import { usePortal } from '../use-portal.ts'
import { FileState } from './FileState.tsx'
import { RemoveFile } from './RemoveFile.tsx'
import type { MySubmission } from './mine.ts'

type FileListProps = {
  files: MySubmission['files']
  /** The page of their question. */
  here: string
  /** What stays in addresses of somebody who came by way of checking the answers. */
  from: string
}

/** The files that are there already, each with a way to say what it is and to take it out again. */
export function FileList({ files, here, from }: FileListProps) {
  const { t } = usePortal()
  if (files.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.files.uploaded')}</h2>
      <dl className="govuk-summary-list">
        {files.map((file) => (
          <div className="govuk-summary-list__row" key={file.fileId}>
            <dt className="govuk-summary-list__key send-lines">{file.name}</dt>
            <dd className="govuk-summary-list__value">
              {t('portal.files.size', { size: Math.max(1, Math.round(file.size / 1024)) })}
              {file.description ? <span className="send-file-state">{file.description}</span> : null}
              <FileState file={file} sent={false} />
            </dd>
            <dd className="govuk-summary-list__actions">
              {file.state === 'refused' ? null : (
                <a className="govuk-link send-file-link" href={`${here}/${file.fileId}${from}`}>
                  {t(file.description ? 'portal.files.describe.change' : 'portal.files.describe')}
                  <span className="govuk-visually-hidden"> {file.name}</span>
                </a>
              )}
              <RemoveFile action={`${here}${from}`} by="fileId" id={file.fileId} name={file.name} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
