import { inLanguage } from '@send/shared/texts/language'
import { formatDate } from '@send/shared/values/plain-date'
import { PageBody } from '../PageBody.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { usePortal } from '../use-portal.ts'
import { CopyLinks } from './CopyLinks.tsx'
import type { MySubmission } from './mine.ts'

/** How a form that was sent is going: when it came, by when it is decided, what happens next, whom to ask. */
export function Progress({ submission, alreadySent }: { submission: MySubmission; alreadySent: boolean }) {
  const { t, language } = usePortal()
  const { receipt, definition, submissionId } = submission
  const received = receipt ? formatDate(receipt.receivedOn, language) : ''
  const due = receipt?.decisionDueOn ? formatDate(receipt.decisionDueOn, language) : undefined
  return (
    <PageBody title={inLanguage(definition.title, language)} back="/">
      {alreadySent ? <InsetText>{t('portal.alreadySent.text')}</InsetText> : null}
      <p className="govuk-body-l">
        {due
          ? t('portal.progress.receivedAndDue', { received, due })
          : t('portal.progress.received', { received })}
      </p>
      <SummaryList
        rows={[
          { key: 'reference', name: t('portal.progress.reference'), value: receipt?.reference ?? '' },
          { key: 'received', name: t('portal.progress.receivedOn'), value: received },
          ...(due ? [{ key: 'due', name: t('portal.progress.decisionDueBy'), value: due }] : []),
        ]}
      />
      <WhatHappensNext due={due} />
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={`/submissions/${submissionId}/copy`}>
            {t('portal.progress.copy')}
          </a>
        </li>
        <CopyLinks submissionId={submissionId} />
        <li>
          <a className="govuk-link" href={`/submissions/${submissionId}/received`}>
            {t('portal.progress.receipt')}
          </a>
        </li>
      </ul>
    </PageBody>
  )
}

/** What happens after sending: for a request by when the authority decides, for information that it is read. */
export function WhatHappensNext({ due }: { due: string | undefined }) {
  const { t } = usePortal()
  return (
    <>
      <h2 className="govuk-heading-m">{t('portal.next.heading')}</h2>
      <ol className="govuk-list govuk-list--number">
        <li>{t('portal.next.read')}</li>
        <li>{t('portal.next.ask')}</li>
        <li>{due ? t('portal.next.decide', { due }) : t('portal.next.file')}</li>
      </ol>
      <p className="govuk-body">{t('portal.next.whoToAsk')}</p>
    </>
  )
}
