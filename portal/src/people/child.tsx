import { formatDate } from '@send/shared/values/plain-date'
import type { Route } from './+types/child'
import { PageBody } from '../PageBody.tsx'
import { serverApi, type ServerOutputs } from '../api.ts'
import { InsetText } from '../design/InsetText.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { fromServer } from '../from-server.ts'
import { WhatHappensNext } from '../submissions/WhatHappensNext.tsx'
import { lastDayOf } from '../submissions/times.ts'
import { usePortal } from '../use-portal.ts'
import { requireUuid } from '../uuid-shape.ts'
import { visitorContext } from '../visitor.ts'

type Child = ServerOutputs['involvements']['getMyChild']

/** How the case of a child stands; a child that is not the visitor's is not found. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const personId = requireUuid(params.personId)
  const api = serverApi(context.get(visitorContext))
  return { child: await fromServer(request, api.involvements.getMyChild.query({ personId })) }
}

export default function ChildPage({ loaderData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  const { child } = loaderData
  const [newest] = child.involvements
  return (
    <PageBody title={`${child.givenNames} ${child.familyName}`} back="/children">
      {child.asked ? <Asked asked={child.asked} /> : null}
      {child.involvements.length === 0 ? <p className="govuk-body">{t('portal.child.noCase')}</p> : null}
      {child.involvements.map(({ involvementId, receivedOn, decisionDueOn }) => (
        <section key={involvementId}>
          <h2 className="govuk-heading-m">{t('portal.child.assessment')}</h2>
          <SummaryList
            rows={[
              {
                key: 'received',
                name: t('portal.progress.receivedOn'),
                value: formatDate(receivedOn, language),
              },
              {
                key: 'due',
                name: t('portal.progress.decisionDueBy'),
                value: formatDate(decisionDueOn, language),
              },
            ]}
          />
        </section>
      ))}
      {newest ? <WhatHappensNext due={formatDate(newest.decisionDueOn, language)} /> : null}
      <p className="govuk-body">{t('portal.child.whoSees')}</p>
    </PageBody>
  )
}

/** What an outside expert was invited to do, in the authority's own words, and until when they can look. */
function Asked({ asked }: { asked: NonNullable<Child['asked']> }) {
  const { t, language } = usePortal()
  return (
    <section aria-labelledby="asked">
      <h2 id="asked" className="govuk-heading-m">
        {t('portal.task.title')}
      </h2>
      <InsetText>{asked.task}</InsetText>
      {asked.until ? (
        <p className="govuk-body">{t('portal.task.until', { day: lastDayOf(asked.until, language) })}</p>
      ) : null}
      <p className="govuk-body">{t('portal.task.next')}</p>
    </section>
  )
}
