import { Button } from '@mantine/core'
import { canOnAdvice, isOverdueAdvice } from '@send/shared/involvements/advice-request'
import type { PlainDate } from '@send/shared/values/plain-date'

import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './advice.module.css'
import { adviceMark, nearnessInWords, t, type Advice } from './advice-words.ts'

type AdviceRowProps = {
  advice: Advice
  today: PlainDate
  mayWithdraw: boolean
  onWithdraw: () => void
}

/** One request: how it stands, of whom, on which form, by when, and what came of it. */
export function AdviceRow({ advice, today, mayWithdraw, onWithdraw }: AdviceRowProps) {
  const { organisation, state, formTitle, askedOn, dueOn, askedBy } = advice
  return (
    <tr className={isOverdueAdvice(advice, today) ? classes.overdue : undefined}>
      <td>
        <StatusMark {...adviceMark(advice, today)} />
      </td>
      <td>
        <strong>{organisation}</strong>
        <AdviceDetails advice={advice} />
      </td>
      <td>{formTitle}</td>
      <td>
        {dateInWords(askedOn)}
        <span className={classes.detail}>{t('adviceOfPerson.askedBy', { by: askedBy })}</span>
      </td>
      <td>
        {dateInWords(dueOn)}
        <span className={classes.detail}>{nearnessInWords(advice, today)}</span>
      </td>
      <td>
        {mayWithdraw && canOnAdvice(state, 'withdraw') && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('adviceOfPerson.withdrawFrom', { organisation })}
            onClick={onWithdraw}
          >
            {t('adviceOfPerson.withdraw')}
          </Button>
        )}
      </td>
    </tr>
  )
}

function AdviceDetails({ advice }: { advice: Advice }) {
  const { named, heldBy, note, answer, withdrawn, organisationClosed, state, notReached } = advice
  const isOpen = canOnAdvice(state, 'withdraw')
  const worker = heldBy ? t('adviceOfPerson.heldBy', { name: heldBy }) : t('adviceOfPerson.heldByNobody')
  return (
    <>
      {named && <span className={classes.detail}>{t('adviceOfPerson.named', { name: named })}</span>}
      {isOpen && (heldBy === null || heldBy !== named) && <span className={classes.detail}>{worker}</span>}
      {isOpen && organisationClosed && <span className={classes.detail}>{t('adviceOfPerson.closed')}</span>}
      {notReached.map(({ name, phone, failure, at }) => (
        <span key={`${name} ${at}`} className={`${classes.detail} ${classes.missed}`}>
          {t('adviceOfPerson.notReached', {
            name,
            when: momentInWords(at),
            why: t(`mails.failure.${failure}`),
          })}{' '}
          {phone && t('adviceOfPerson.notReachedPhone', { phone })}
        </span>
      ))}
      {note && (
        <span className={`${classes.detail} ${classes.said}`}>{t('adviceOfPerson.note', { note })}</span>
      )}
      {answer?.kind === 'form' && (
        <span className={classes.detail}>
          {t('adviceOfPerson.sent', { reference: answer.reference, when: momentInWords(answer.sentAt) })}
        </span>
      )}
      {answer?.kind === 'notKnown' && (
        <>
          <span className={classes.detail}>
            {t('adviceOfPerson.notKnown', { by: answer.by, when: momentInWords(answer.at) })}
          </span>
          <span className={`${classes.detail} ${classes.said}`}>{answer.whatChecked}</span>
        </>
      )}
      {withdrawn && (
        <span className={classes.detail}>
          {t('adviceOfPerson.withdrawn', { ...withdrawn, when: momentInWords(withdrawn.at) })}
        </span>
      )}
    </>
  )
}
