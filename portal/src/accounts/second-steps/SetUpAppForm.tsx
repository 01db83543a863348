import { PageBody } from '../../PageBody.tsx'
import { Button } from '../../design/Button.tsx'
import { usePortal } from '../../use-portal.ts'
import { CodeInput } from './CodeInput.tsx'
import { QrCode } from './QrCode.tsx'

export type SetUpAppFormProps = {
  secret: string
  uri: string
  problem?: string | undefined
  back: string
}

/** Shows the code to scan, and as text for a phone that cannot scan itself; then asks for the first six digits. */
export function SetUpAppForm({ secret, uri, problem, back }: SetUpAppFormProps) {
  const { t } = usePortal()
  return (
    <PageBody
      title={t('portal.setUpApp.title')}
      back={back}
      problems={problem ? [{ href: '#code', message: problem }] : []}
    >
      <ol className="govuk-list govuk-list--number">
        <li>{t('portal.setUpApp.open')}</li>
        <li>{t('portal.setUpApp.scan')}</li>
        <li>{t('portal.setUpApp.type')}</li>
      </ol>
      <QrCode text={uri} label={t('portal.setUpApp.qr')} />
      <p className="govuk-body">{t('portal.setUpApp.secret')}</p>
      <p className="govuk-body send-secret" id="secret">
        {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      </p>
      <form method="post" noValidate>
        <input type="hidden" name="secret" value={secret} />
        <input type="hidden" name="uri" value={uri} />
        <CodeInput problem={problem} />
        <Button name="intent" value="verify">
          {t('portal.continue')}
        </Button>
      </form>
    </PageBody>
  )
}
