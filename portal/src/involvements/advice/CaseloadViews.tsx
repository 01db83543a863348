import { caseloadViews, type CaseloadView } from '@send/shared/involvements/caseload'
import { usePortal } from '../../use-portal.ts'

type CaseloadViewsProps = { view: CaseloadView; counts: Record<CaseloadView, number> }

/** The three ways to look at a caseload, each with how many children it holds. */
export function CaseloadViews({ view, counts }: CaseloadViewsProps) {
  const { t } = usePortal()
  return (
    <nav aria-label={t('portal.caseload.views')}>
      <ul className="govuk-list send-views">
        {caseloadViews.map((other) => (
          <li key={other}>
            <a
              className={`govuk-link${other === view ? ' govuk-!-font-weight-bold' : ''}`}
              href={`/caseload?view=${other}`}
              aria-current={other === view ? 'page' : undefined}
            >
              {t(`portal.caseload.view.${other}`, { count: counts[other] })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
