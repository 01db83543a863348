import type { QuestionFieldProps } from '@send/portal/forms/questions/field-props'
import { makeGroupField } from '@send/portal/forms/questions/GroupField'
import { QuestionField } from '@send/portal/forms/questions/question-fields'
import { answerOf, isStaffOnly, type StaffQuestionType } from '@send/shared/forms/questions/question-types'
import { useContext, type ComponentType } from 'react'

import { FindRecordsContext } from '../filling/find-records.ts'
import { StaffLookupField, type StaffLookupFieldProps } from './StaffLookupField.tsx'

/** The field of each type that only staff are asked; a type without one does not compile. */
const staffFields = {
  personLookup: StaffLookupField,
  baseLookup: StaffLookupField,
  staffLookup: StaffLookupField,
} satisfies Record<StaffQuestionType, ComponentType<StaffLookupFieldProps>>

const StaffGroupField = makeGroupField(StaffQuestionField)

/** Draws any question for staff: as the portal does, and also those that no portal asks. */
export function StaffQuestionField(props: QuestionFieldProps) {
  const { question } = props
  if (question.type === 'group') {
    const items = answerOf.group.safeParse(props.answer)
    return <StaffGroupField {...props} question={question} answer={items.success ? items.data : []} />
  }
  if (!isStaffOnlyQuestion(question)) return <QuestionField {...props} />
  return <StaffOnlyField {...props} question={question} />
}

function StaffOnlyField(props: QuestionFieldProps & { question: StaffLookupFieldProps['question'] }) {
  const { question } = props
  const findRecords = useContext(FindRecordsContext)
  const find = findRecords && ((text: string) => findRecords(question.type, text))
  const Field = staffFields[question.type]
  const record = answerOf[question.type].safeParse(props.answer)
  return <Field {...props} question={question} answer={record.data ?? { id: '', name: '' }} find={find} />
}

function isStaffOnlyQuestion(
  question: QuestionFieldProps['question'],
): question is StaffLookupFieldProps['question'] {
  return isStaffOnly(question.type)
}
