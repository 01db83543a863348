import type { ServerOutputs } from '../api.ts'
import { SummaryList } from '../design/SummaryList.tsx'
import { lastDayOf } from '../submissions/times.ts'
import { usePortal } from '../use-portal.ts'

type Child = ServerOutputs['involvements']['listMyChildren']['children'][number]

/** The children whose cases the visitor may look at, and for professionals the way to their caseload. */
export function HomeChildren({ items, hasCaseload }: { items: Child[]; hasCaseload: boolean }) {
  const { t, language } = usePortal()
  return (
    <section aria-labelledby="children">
      <h2 className="govuk-heading-m" id="children">
        {t('portal.children.title')}
      </h2>
      {items.length > 0 ? (
        <SummaryList
          rows={items.map((child) => ({
            key: child.personId,
            name: `${child.givenNames} ${child.familyName}`,
            value: [
              t(`portal.relation.${child.relation}`),
              child.endsAt ? t('portal.children.until', { day: lastDayOf(child.endsAt, language) }) : '',
            ]
              .filter(Boolean)
              .join(', '),
            action: {
              href: `/children/${child.personId}`,
              text: t(child.hasTask ? 'portal.children.openTask' : 'portal.children.open'),
            },
          }))}
        />
      ) : null}
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
          {t('portal.home.children')}
        </a>
      </p>
    </section>
  )
}
