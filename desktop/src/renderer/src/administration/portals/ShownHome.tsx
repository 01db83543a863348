import type { PortalFace, Tile } from '@send/shared/accounts/portal-faces/tiles'
import type { Language } from '@send/shared/texts/language'
import { translator, type TextKey } from '@send/shared/texts/translator'
import type { ReactNode } from 'react'

type ShownHomeProps = { face: PortalFace; language: Language; tilesOff: readonly Tile[] }

/** The home page of somebody who has begun and sent nothing lately, with what they can begin. */
export function ShownHome({ face, language, tilesOff }: ShownHomeProps) {
  const t = translator(language)
  const offers = (tile: Tile) => !tilesOff.includes(tile)
  const section = (title: TextKey, children: ReactNode) => (
    <section>
      <h2 className="govuk-heading-m">{t(title)}</h2>
      {children}
    </section>
  )
  const link = (text: TextKey) => (
    <p className="govuk-body">
      <a className="govuk-link" href="/">
        {t(text)}
      </a>
    </p>
  )
  const says = (text: TextKey) => <p className="govuk-body">{t(text)}</p>
  return (
    <>
      <h1 className="govuk-heading-l">{t('portal.home.title', { name: 'Sam Taylor' })}</h1>
      {section('portal.home.due', says('portal.home.nothingDue'))}
      {section(
        'portal.children.title',
        <>
          {face === 'professional' && offers('caseload') ? (
            <p className="govuk-body">
              <a className="govuk-link" href="/">
                {t('portal.home.caseload')}
              </a>
              <br />
              {t('portal.home.caseloadHint')}
            </p>
          ) : null}
          {link('portal.home.children')}
        </>,
      )}
      {section('portal.home.sentForms', says('portal.home.nothingSent'))}
      {face === 'professional' ? section('portal.org.title', link('portal.org.home')) : null}
      {offers('startForms') ? section('portal.home.startForm', says('portals.formsHere')) : null}
    </>
  )
}
