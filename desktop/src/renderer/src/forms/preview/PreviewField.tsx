import type { QuestionFieldProps } from '@send/portal/forms/questions/field-props'
import { translator } from '@send/shared/texts/translator'

import { StaffQuestionField } from '../questions/staff-fields.tsx'

/** A question as the portal asks it; where that would offer an answer, the place for it, because nobody is known here. */
export function PreviewField(props: QuestionFieldProps) {
  const { question, language } = props
  const { prefill } = question
  return (
    <>
      {prefill && prefill.from !== 'person' ? (
        <div className="send-offer">
          <p className="govuk-body">{translator(language)('portal.offers.preview')}</p>
        </div>
      ) : null}
      <StaffQuestionField {...props} />
    </>
  )
}
