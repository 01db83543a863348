import { Text } from '@mantine/core'
import type { QuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

export type PlainType = Extract<
  QuestionType,
  | 'yesNo'
  | 'time'
  | 'childDetails'
  | 'personName'
  | 'address'
  | 'contactDetails'
  | 'email'
  | 'phone'
  | 'nhsNumber'
  | 'upn'
  | 'personLookup'
  | 'baseLookup'
  | 'staffLookup'
>

/** The editor of the types that have nothing more to set: it says what people are asked for. */
export function PlainEditor({ question }: { question: { type: PlainType } }) {
  return <Text size="sm">{t(`forms.about.${question.type}`)}</Text>
}
