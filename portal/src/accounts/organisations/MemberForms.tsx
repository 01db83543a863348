import { Button } from '../../design/Button.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { usePortal } from '../../use-portal.ts'

type FormState = {
  idempotencyKey: string
  reason: string | undefined
  problem: string | undefined
}

/** Accept at once, or refuse with a reason. */
export function DecideRequest({ form }: { form: FormState }) {
  const { t } = usePortal()
  return (
    <>
      <p className="govuk-body">{t('portal.orgMember.acceptText')}</p>
      <form method="post">
        <input type="hidden" name="idempotencyKey" value={form.idempotencyKey} />
        <Button name="intent" value="accept">
          {t('portal.orgMember.accept')}
        </Button>
      </form>
      <h2 className="govuk-heading-m">{t('portal.orgMember.refuseTitle')}</h2>
      <form method="post" noValidate>
        <input type="hidden" name="idempotencyKey" value={form.idempotencyKey} />
        <Reason form={form} />
        <Button kind="warning" name="intent" value="refuse">
          {t('portal.orgMember.refuse')}
        </Button>
      </form>
    </>
  )
}

/** Another role, or out of the organisation with a reason. */
export function ChangeMember({ role, form }: { role: 'member' | 'lead'; form: FormState }) {
  const { t } = usePortal()
  const other = role === 'member' ? 'lead' : 'member'
  return (
    <>
      {other === 'lead' ? <p className="govuk-body">{t('portal.orgMember.makeLeadText')}</p> : null}
      <form method="post">
        <Button kind="secondary" name="intent" value={other}>
          {t(other === 'lead' ? 'portal.orgMember.makeLead' : 'portal.orgMember.makeMember')}
        </Button>
      </form>
      <h2 className="govuk-heading-m">{t('portal.orgMember.removeTitle')}</h2>
      <p className="govuk-body">{t('portal.orgMember.removeText')}</p>
      <form method="post" noValidate>
        <Reason form={form} />
        <Button kind="warning" name="intent" value="remove">
          {t('portal.orgMember.remove')}
        </Button>
      </form>
    </>
  )
}

function Reason({ form }: { form: FormState }) {
  const { t } = usePortal()
  return (
    <TextInput
      id="reason"
      name="reason"
      label={t('portal.orgMember.reason')}
      hint={t('portal.orgMember.reasonHint')}
      value={form.reason}
      error={form.problem}
      errorPrefix={t('portal.error.prefix')}
      maxLength={500}
      autoComplete="off"
    />
  )
}
