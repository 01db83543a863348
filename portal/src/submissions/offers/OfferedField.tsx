import { digestAnswer } from '@send/shared/forms/answer-digest'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import { inLanguage } from '@send/shared/texts/language'
import { formatDate } from '@send/shared/values/plain-date'
import type { QuestionFieldProps } from '../../forms/questions/field-props.ts'
import { QuestionField } from '../../forms/questions/question-fields.tsx'
import { useOfRequest } from '../../of-request.tsx'
import { usePortal } from '../../use-portal.ts'
import { mySubmission } from '../mine.ts'
import { ChangedField } from '../sharing/ChangedField.tsx'
import { OfferBox } from './OfferBox.tsx'

/** A question with what is offered as its answer, or with where its answer came from. */
export function OfferedField(props: QuestionFieldProps) {
  const { question, answer, language } = props
  const { offers, sources, answers, isShared } = useOfRequest(mySubmission)
  const own = offers.filter(({ questionId }) => questionId === question.id)
  const source = sources[question.id]
  const asConfirmed = digestAnswer(question, answers[question.id]) === digestAnswer(question, answer)
  const Field = isShared ? ChangedField : QuestionField
  return (
    <>
      {own.map((offer) => (
        <OfferBox key={offer.digest} question={question} offer={offer} language={language} />
      ))}
      {source && asConfirmed ? (
        <div className="send-changed">
          <Field {...props} />
          <Confirmed source={source} />
        </div>
      ) : (
        <Field {...props} />
      )}
    </>
  )
}

/** Where an answer came from that its owner confirmed. */
function Confirmed({ source }: { source: AnswerSource }) {
  const { t, language } = usePortal()
  return (
    <p className="govuk-hint govuk-!-margin-bottom-0" lang={language}>
      {source.from === 'form'
        ? t('portal.offers.confirmedForm', {
            date: formatDate(source.on, language),
            title: inLanguage(source.title, language),
          })
        : t(source.from === 'request' ? 'portal.offers.confirmedRequest' : 'portal.offers.confirmedRecord')}
    </p>
  )
}
