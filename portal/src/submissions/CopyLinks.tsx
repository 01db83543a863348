import { usePortal } from '../use-portal.ts'

/** Where a copy of a form that was sent is to be had as a file, in letters of two sizes. */
export function CopyLinks({ submissionId }: { submissionId: string }) {
  const { t } = usePortal()
  const address = `/submissions/${submissionId}/copy.pdf`
  return (
    <>
      <li>
        <a className="govuk-link" href={address}>
          {t('portal.pdf.download')}
        </a>
      </li>
      <li>
        <a className="govuk-link" href={`${address}?size=large`}>
          {t('portal.pdf.downloadLarge')}
        </a>
      </li>
    </>
  )
}
