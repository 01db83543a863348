import { ChildList, type LinkedChild } from '../people/ChildList.tsx'
import { usePortal } from '../use-portal.ts'

type HomeChildrenProps = {
  items: LinkedChild[]
  hasCaseload: boolean
  /** Of a young person it is their own case. */
  isYoungPerson: boolean
}

/** The children whose cases the visitor may look at, and for professionals the way to their caseload. */
export function HomeChildren({ items, hasCaseload, isYoungPerson }: HomeChildrenProps) {
  const { t } = usePortal()
  return (
    <section aria-labelledby="children">
      <h2 className="govuk-heading-m" id="children">
        {t(isYoungPerson ? 'portal.children.ownTitle' : 'portal.children.title')}
      </h2>
      <ChildList items={items} />
      {hasCaseload ? (
        <p className="govuk-body">
          <a className="govuk-link" href="/caseload">
            {t('portal.home.caseload')}
          </a>
          <br />
          {t('portal.home.caseloadHint')}
        </p>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href="/children">
          {t(isYoungPerson ? 'portal.home.ownCase' : 'portal.home.children')}
        </a>
      </p>
    </section>
  )
}
