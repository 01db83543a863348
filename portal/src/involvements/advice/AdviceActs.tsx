import { canOnAdvice } from '@send/shared/involvements/advice-request'
import type { ServerOutputs } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { dayOf } from '../../submissions/times.ts'
import { usePortal } from '../../use-portal.ts'

type Advice = ServerOutputs['advice']['get']

/** What the visitor can do about a request: answer it, say that they do not know the child, or pass it on. */
export function AdviceActs({ advice, idempotencyKey }: { advice: Advice; idempotencyKey: string }) {
  const { heldBy, state } = advice
  if (!canOnAdvice(state, 'handOver')) return <Answered advice={advice} />
  if (heldBy && !heldBy.isMe)
    return <HeldByColleague advice={advice} name={heldBy.name} idempotencyKey={idempotencyKey} />
  return <Answer advice={advice} idempotencyKey={idempotencyKey} />
}

function Answer({ advice, idempotencyKey }: { advice: Advice; idempotencyKey: string }) {
  const { t } = usePortal()
  const { adviceRequestId, state } = advice
  return (
    <>
      <p className="govuk-body">{t('portal.advice.beginText')}</p>
      <form method="post">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Button name="intent" value="begin">
          {t(state === 'inProgress' ? 'portal.advice.goOn' : 'portal.advice.begin')}
        </Button>
      </form>
      <h2 className="govuk-heading-m">{t('portal.advice.otherWays')}</h2>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={`/advice/${adviceRequestId}/not-known`}>
            {t('portal.notKnown.title')}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={`/advice/${adviceRequestId}/colleague`}>
            {t('portal.advice.handOver')}
          </a>
        </li>
      </ul>
      <p className="govuk-body">{t('portal.advice.whoSees')}</p>
    </>
  )
}

type HeldByColleagueProps = { advice: Advice; name: string; idempotencyKey: string }

/** Whoever passed it on takes it back; a lead may also pass it to somebody else. */
function HeldByColleague({ advice, name, idempotencyKey }: HeldByColleagueProps) {
  const { t } = usePortal()
  const { adviceRequestId, mayTakeBack, mayHandOver } = advice
  if (!mayTakeBack) return <p className="govuk-body">{t('portal.advice.heldText', { name })}</p>
  return (
    <>
      <p className="govuk-body">{t('portal.advice.takeBackText', { name })}</p>
      <form method="post">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Button kind="secondary" name="intent" value="takeBack">
          {t('portal.advice.takeBack')}
        </Button>
      </form>
      {mayHandOver ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`/advice/${adviceRequestId}/colleague`}>
            {t('portal.advice.handOver')}
          </a>
        </p>
      ) : null}
    </>
  )
}

function Answered({ advice: { answeredAt, submissionId } }: { advice: Advice }) {
  const { t, language } = usePortal()
  return (
    <>
      <p className="govuk-body">
        {t('portal.advice.answeredText', { day: answeredAt ? dayOf(answeredAt, language) : '' })}
      </p>
      {submissionId ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`/submissions/${submissionId}`}>
            {t('portal.advice.seeSent')}
          </a>
        </p>
      ) : null}
    </>
  )
}
