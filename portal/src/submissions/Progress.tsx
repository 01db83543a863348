import { inLanguage } from '@send/shared/texts/language'
import { formatDate } from '@send/shared/values/plain-date'
import { PageBody } from '../PageBody.tsx'
import { InsetText } from '../design/InsetText.tsx'
import { NotificationBanner } from '../design/NotificationBanner.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { usePortal } from '../use-portal.ts'
import { CopyLinks } from './CopyLinks.tsx'
import { Stopped } from './Stopped.tsx'
import { WhatHappensNext } from './WhatHappensNext.tsx'
import type { MySubmission } from './mine.ts'
import { AskedNow } from './questions/AskedNow.tsx'
import { AskedBefore } from './questions/AskedBefore.tsx'
import type { Answered, Unanswered } from './questions/answer-posted.ts'
import type { OwnQuestion } from './questions/own-question.ts'

type ProgressProps = {
  submission: MySubmission
  alreadySent: boolean
  questions: OwnQuestion[]
  /** The key of the answer that may be given on this page. */
  idempotencyKey: string
  answered: Answered | undefined
  unanswered: Unanswered | undefined
}

/** How a form that was sent is going: what is asked about it, when it came, by when it is decided, what happens next. */
export function Progress({ submission, alreadySent, questions, ...answering }: ProgressProps) {
  const { t, language } = usePortal()
  const { receipt, definition, submissionId } = submission
  const isStopped = submission.status === 'stopped'
  const open = questions.find(({ state }) => state === 'open')
  const received = receipt ? formatDate(receipt.receivedOn, language) : ''
  const due = receipt?.decisionDueOn ? formatDate(receipt.decisionDueOn, language) : undefined
  return (
    <PageBody
      title={inLanguage(definition.title, language)}
      back="/"
      problems={answering.unanswered ? [{ href: '#answer', message: answering.unanswered.problem }] : []}
    >
      {alreadySent ? <InsetText>{t('portal.alreadySent.text')}</InsetText> : null}
      {answering.answered ? <WhatBecame answered={answering.answered} /> : null}
      {isStopped ? (
        <Stopped received={received} />
      ) : (
        <p className="govuk-body-l">
          {due
            ? t('portal.progress.receivedAndDue', { received, due })
            : t('portal.progress.received', { received })}
        </p>
      )}
      {open ? (
        <AskedNow
          question={open}
          idempotencyKey={answering.idempotencyKey}
          unanswered={answering.unanswered}
        />
      ) : null}
      <SummaryList
        rows={[
          { key: 'reference', name: t('portal.progress.reference'), value: receipt?.reference ?? '' },
          { key: 'received', name: t('portal.progress.receivedOn'), value: received },
          ...(due ? [{ key: 'due', name: t('portal.progress.decisionDueBy'), value: due }] : []),
        ]}
      />
      {isStopped ? null : <WhatHappensNext due={due} />}
      <AskedBefore questions={questions.filter(({ state }) => state !== 'open')} />
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

/** What became of the answer that was just sent. */
function WhatBecame({ answered }: { answered: Answered }) {
  const { t } = usePortal()
  const words = t(`portal.question.${answered}`)
  if (answered !== 'done') return <InsetText>{words}</InsetText>
  return <NotificationBanner title={t('portal.success')}>{words}</NotificationBanner>
}
