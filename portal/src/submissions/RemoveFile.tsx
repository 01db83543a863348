import { usePortal } from '../use-portal.ts'

type RemoveFileProps = {
  /** The page of its question, with what stays in addresses. */
  action: string
  /** By what it is known there. */
  by: 'fileId' | 'uploadId'
  id: string
  name: string
}

/** Takes a file, or what arrived of one, out of a form again; also without scripts. */
export function RemoveFile({ action, by, id, name }: RemoveFileProps) {
  const { t } = usePortal()
  return (
    <form method="post" action={action} className="send-plain-form">
      <input type="hidden" name={by} value={id} />
      <button type="submit" className="govuk-link send-link-button">
        {t('portal.files.remove')}
        <span className="govuk-visually-hidden"> {name}</span>
      </button>
    </form>
  )
}
