import type { Offer } from '@send/shared/submissions/offers/list-offers'
import { Button } from '../../design/Button.tsx'
import { InsetText } from '../../design/InsetText.tsx'
import { usePortal } from '../../use-portal.ts'
import { listForAll, confirmAllIntent } from './confirm-intent.ts'

/** Says at the top of a page that earlier answers stand on it, and that none is filled in. */
export function OffersHere({ offers, isShared }: { offers: readonly Offer[]; isShared: boolean }) {
  const { t } = usePortal()
  if (offers.length === 0) return null
  return (
    <InsetText>
      <p className="govuk-body">{t('portal.offers.intro')}</p>
      {isShared ? <p className="govuk-body">{t('portal.offers.shared')}</p> : null}
      {listForAll(offers).length > 1 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`#${allId}`}>
            {t('portal.offers.toAll')}
          </a>
        </p>
      ) : null}
    </InsetText>
  )
}

/** The button that uses all earlier answers of a page, after the last of them was read. */
export function UseAll({ offers }: { offers: readonly Offer[] }) {
  const { t } = usePortal()
  const usable = listForAll(offers)
  if (usable.length < 2) return null
  return (
    <section className="send-offer" id={allId} tabIndex={-1} aria-labelledby={`${allId}-heading`}>
      <h2 className="govuk-heading-s" id={`${allId}-heading`}>
        {t('portal.offers.allHeading')}
      </h2>
      <p className="govuk-body">{t('portal.offers.allHint')}</p>
      <Button kind="secondary" name="intent" value={confirmAllIntent(usable)}>
        {t('portal.offers.useAll', { count: usable.length })}
      </Button>
    </section>
  )
}

const allId = 'use-all'
