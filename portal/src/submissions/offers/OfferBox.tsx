import { displayAnswer } from '@send/shared/forms/answers'
import type { Question } from '@send/shared/forms/questions/question-types'
import type { Offer } from '@send/shared/submissions/offers/list-offers'
import { inLanguage } from '@send/shared/texts/language'
import type { Language } from '@send/shared/texts/language'
import type { Translate } from '@send/shared/texts/translator'
import { formatDate } from '@send/shared/values/plain-date'
import { Button } from '../../design/Button.tsx'
import { usePortal } from '../../use-portal.ts'
import { AnswerText } from '../AnswerText.tsx'
import { confirmIntent } from './confirm-intent.ts'

type OfferBoxProps = {
  question: Question
  offer: Offer
  /** The language of the form, which may be another than that of the page. */
  language: Language
}

/** An earlier answer to read, with the button that makes it the answer. Nothing of it is a field of the form. */
export function OfferBox({ question, offer, language }: OfferBoxProps) {
  const portal = usePortal()
  const { t } = portal
  return (
    <div className="send-offer" lang={portal.language}>
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          {sourceSentence(offer, question, portal)}
        </legend>
        <div className="govuk-body send-lines" lang={language}>
          <AnswerText question={question} answer={offer.value} language={language} />
        </div>
        {offer.fit === 'use' ? (
          <>
            <Button
              kind="secondary"
              name="intent"
              value={confirmIntent(offer)}
              label={t('portal.offers.useOf', { question: inLanguage(question.wording, language) })}
            >
              {t('portal.offers.use')}
            </Button>
            <p className="govuk-hint">{t('portal.offers.or')}</p>
          </>
        ) : (
          <p className="govuk-hint">{t('portal.offers.readOnly')}</p>
        )}
      </fieldset>
    </div>
  )
}

/** From where an answer is offered, in a sentence. */
function sourceSentence(
  { source, value }: Offer,
  question: Question,
  { t, language }: { t: Translate; language: Language },
): string {
  switch (source.from) {
    case 'form': {
      const date = formatDate(source.on, language)
      return t('portal.offers.fromForm', { date, title: inLanguage(source.title, language) })
    }
    case 'request':
      return t('portal.offers.fromRequest')
    case 'record':
      return t('portal.offers.fromRecord', { name: displayAnswer(question, value, language) })
  }
}
