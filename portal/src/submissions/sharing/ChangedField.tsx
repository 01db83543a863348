import type { QuestionFieldProps } from '../../forms/questions/field-props.ts'
import { QuestionField } from '../../forms/questions/question-fields.tsx'
import { useOfRequest } from '../../of-request.tsx'
import { usePortal } from '../../use-portal.ts'
import { whenOf } from '../times.ts'
import { pageActivity } from './page-activity.ts'

/** A question with who else changed its answer last, and when. */
export function ChangedField(props: QuestionFieldProps) {
  return (
    <div className="send-changed">
      <QuestionField {...props} />
      <ChangedBy questionId={props.question.id} />
    </div>
  )
}

/** Who else changed an answer last, and when; nothing where it was nobody else. */
export function ChangedBy({ questionId }: { questionId: string }) {
  const { t, language } = usePortal()
  const { changes } = useOfRequest(pageActivity)
  const change = changes.find((known) => known.questionId === questionId)
  if (!change) return null
  const by = { name: change.name, when: whenOf(change.at, language, t) }
  return (
    <p className="govuk-hint govuk-!-margin-bottom-0" lang={language}>
      {t('portal.sharing.changedBy', by)}
    </p>
  )
}
