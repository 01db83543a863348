import { PageBody } from '../../PageBody.tsx'
import { Button } from '../../design/Button.tsx'
import { usePortal } from '../../use-portal.ts'
import { CodeInput } from './CodeInput.tsx'

/** Asks for the first code by e-mail, of somebody who chose this way. */
export function NewEmailCodeForm({
  problem,
  sentAgain,
}: {
  problem: string | undefined
  sentAgain: boolean
}) {
  const { t } = usePortal()
  return (
    <PageBody
      title={t('portal.secondStep.emailCode.title')}
      back="/second-step"
      problems={problem ? [{ href: '#code', message: problem }] : []}
    >
      <p className="govuk-body">{t('portal.secondStep.emailCode.text')}</p>
      {sentAgain ? <p className="govuk-body">{t('portal.secondStep.sentAgain')}</p> : null}
      <form method="post" noValidate>
        <input type="hidden" name="method" value="emailCode" />
        <CodeInput problem={problem} />
        <Button name="intent" value="verify">
          {t('portal.continue')}
        </Button>
      </form>
      <form method="post">
        <input type="hidden" name="method" value="emailCode" />
        <input type="hidden" name="again" value="yes" />
        <Button kind="secondary">{t('portal.secondStep.sendAgain')}</Button>
      </form>
    </PageBody>
  )
}
