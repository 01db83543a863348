import { useOfRequest } from '../../of-request.tsx'
import { usePortal } from '../../use-portal.ts'
import { pageActivity } from './page-activity.ts'

/** Who else has the page open; a browser with scripts keeps it up to date. */
export function OthersHere() {
  const { t } = usePortal()
  const { others } = useOfRequest(pageActivity)
  return (
    <output className="govuk-body send-others" data-others-here>
      {others.length > 0 ? t('portal.sharing.others', { names: others.join(', ') }) : ''}
    </output>
  )
}
