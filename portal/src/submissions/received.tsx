import { inLanguage } from '@send/shared/texts/language'
import { formatDate } from '@send/shared/values/plain-date'
import { redirect } from 'react-router'
import type { Route } from './+types/received'
import { PageBody } from '../PageBody.tsx'
import { Panel } from '../design/Panel.tsx'
import { usePortal } from '../use-portal.ts'
import { CopyLinks } from './CopyLinks.tsx'
import { WhatHappensNext } from './WhatHappensNext.tsx'
import { Stopped } from './Stopped.tsx'
import { getMySubmission } from './mine.ts'

/** The receipt, which can be opened again at any time. */
export async function loader(args: Route.LoaderArgs) {
  const { submissionId, definition, receipt, status } = await getMySubmission(args)
  if (!receipt) throw redirect(`/submissions/${submissionId}`)
  return { submissionId, title: definition.title, receipt, isStopped: status === 'stopped' }
}

export default function Received({ loaderData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  const { submissionId, title, receipt, isStopped } = loaderData
  const due = receipt.decisionDueOn ? formatDate(receipt.decisionDueOn, language) : undefined
  return (
    <PageBody title={t('portal.received.title')} withoutHeading>
      <Panel title={t('portal.received.title')}>
        {t('portal.received.reference')}
        <br />
        <strong>{receipt.reference}</strong>
      </Panel>
      <p className="govuk-body">
        {t('portal.received.text', {
          form: inLanguage(title, language),
          day: formatDate(receipt.receivedOn, language),
        })}
      </p>
      {due ? (
        <p className="govuk-body govuk-!-font-weight-bold">{t('portal.received.due', { due })}</p>
      ) : null}
      {isStopped ? (
        <Stopped received={formatDate(receipt.receivedOn, language)} />
      ) : (
        <WhatHappensNext due={due} />
      )}
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={`/submissions/${submissionId}`}>
            {t('portal.received.progress')}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={`/submissions/${submissionId}/copy`}>
            {t('portal.progress.copy')}
          </a>
        </li>
        <CopyLinks submissionId={submissionId} />
        <li>
          <a className="govuk-link" href="/">
            {t('portal.received.home')}
          </a>
        </li>
      </ul>
    </PageBody>
  )
}
