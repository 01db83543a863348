import { Button } from '../../design/Button.tsx'
import { InsetText } from '../../design/InsetText.tsx'
import { Textarea } from '../../design/Textarea.tsx'
import { usePortal } from '../../use-portal.ts'
import { dayAndTimeOf } from '../times.ts'
import type { Unanswered } from './answer-posted.ts'
import type { OwnQuestion } from './own-question.ts'

type AskedNowProps = {
  question: OwnQuestion
  idempotencyKey: string
  /** What could not be sent as it was typed. */
  unanswered: Unanswered | undefined
}

/** The question that waits for an answer, with the place for it. */
export function AskedNow({ question, idempotencyKey, unanswered }: AskedNowProps) {
  const { t, language } = usePortal()
  return (
    <section aria-labelledby="question">
      <h2 className="govuk-heading-m" id="question">
        {t('portal.question.heading')}
      </h2>
      <p className="govuk-body">{t('portal.question.why')}</p>
      <InsetText>{question.question}</InsetText>
      <p className="govuk-hint">
        {t('portal.question.askedOn', { when: dayAndTimeOf(question.askedAt, language) })}
      </p>
      <form method="post" noValidate>
        <input type="hidden" name="questionId" value={question.questionId} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Textarea
          id="answer"
          name="answer"
          rows={5}
          label={t('portal.question.answer')}
          hint={t('portal.question.hint')}
          errorPrefix={t('portal.error.prefix')}
          error={unanswered?.problem}
          value={unanswered?.answer}
        />
        <Button>{t('portal.question.send')}</Button>
      </form>
    </section>
  )
}
