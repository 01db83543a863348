import type { ServerOutputs } from '../../api.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { usePortal } from '../../use-portal.ts'

type Found = ServerOutputs['organisations']['search']['organisations'][number]
type Offered = Found & { idempotencyKey: string }

/** What a search found, each with a button that asks to join. */
export function FoundOrganisations({ offers, more }: { offers: Offered[]; more: boolean }) {
  const { t } = usePortal()
  if (offers.length === 0) {
    return (
      <>
        <h2 className="govuk-heading-m">{t('portal.orgJoin.nothing')}</h2>
        <p className="govuk-body">{t('portal.orgJoin.nothingText')}</p>
      </>
    )
  }
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.orgJoin.found')}</h2>
      <SummaryList
        rows={offers.map((organisation) => ({
          key: organisation.organisationId,
          name: organisation.name,
          value: <Offer organisation={organisation} />,
        }))}
      />
      {more ? <p className="govuk-body">{t('portal.orgJoin.more')}</p> : null}
    </>
  )
}

function Offer({ organisation }: { organisation: Offered }) {
  const { t } = usePortal()
  const { kind, urn, mine, name, organisationId, idempotencyKey } = organisation
  return (
    <>
      {[t(`portal.org.kind.${kind}`), urn ? t('portal.org.urn', { urn }) : ''].filter(Boolean).join(', ')}
      {mine === 'active' || mine === 'asked' ? (
        <p className="govuk-body">{t(mine === 'active' ? 'portal.orgJoin.mine' : 'portal.orgJoin.asked')}</p>
      ) : (
        <form method="post" className="send-plain-form">
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <input type="hidden" name="organisationId" value={organisationId} />
          <button className="send-link-button govuk-body">
            {t('portal.orgJoin.ask')}
            <span className="govuk-visually-hidden"> – {name}</span>
          </button>
        </form>
      )}
    </>
  )
}
