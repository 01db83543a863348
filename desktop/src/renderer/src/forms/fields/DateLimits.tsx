import { Stack } from '@mantine/core'
import type { DateLimit } from '@send/shared/forms/questions/date-limits'

import { DateLimitFields } from './DateLimitFields.tsx'

type Limited = { earliest?: DateLimit | undefined; latest?: DateLimit | undefined }

/** The first and the last date of a question. */
export function DateLimits<Question extends Limited>({
  question,
  onChange,
}: {
  question: Question
  onChange: (question: Question, field?: string) => void
}) {
  function change(which: 'earliest' | 'latest', limit: DateLimit | undefined, field?: string) {
    const { [which]: _, ...others } = question
    onChange((limit ? { ...others, [which]: limit } : others) as Question, field)
  }
  return (
    <Stack gap="xs">
      {(['earliest', 'latest'] as const).map((which) => (
        <DateLimitFields
          key={which}
          which={which}
          limit={question[which]}
          onChange={(limit, field) => change(which, limit, field)}
        />
      ))}
    </Stack>
  )
}
