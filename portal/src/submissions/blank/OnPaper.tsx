import { InsetText } from '../../design/InsetText.tsx'
import { usePortal } from '../../use-portal.ts'

type OnPaperProps = {
  formId: string
  /** Whether a blank form was asked for and could not be made. */
  withoutBlank: boolean
}

/** Where the form is to be had to be filled in by hand, in letters of two sizes. */
export function OnPaper({ formId, withoutBlank }: OnPaperProps) {
  const { t } = usePortal()
  const address = `/forms/${formId}/blank.pdf`
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.blank.heading')}</h2>
      {withoutBlank ? <InsetText>{t('portal.blank.none')}</InsetText> : null}
      <p className="govuk-body">{t('portal.blank.text')}</p>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={address}>
            {t('portal.blank.download')}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={`${address}?size=large`}>
            {t('portal.blank.downloadLarge')}
          </a>
        </li>
      </ul>
    </>
  )
}
