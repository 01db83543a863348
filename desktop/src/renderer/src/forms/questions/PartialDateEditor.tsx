import { NativeSelect, Stack } from '@mantine/core'
import { MonthAsked } from '@send/shared/forms/questions/partial-date'
import { translator } from '@send/shared/texts/translator'

import { DateLimits } from '../fields/DateLimits.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** Whether a month is asked for, and between which dates the answer lies. */
export function PartialDateEditor({ question, onChange }: EditorProps<'partialDate'>) {
  return (
    <Stack gap="sm">
      <NativeSelect
        size="xs"
        label={t('forms.month')}
        value={question.month}
        data={MonthAsked.options.map((value) => ({ value, label: t(`forms.month.${value}`) }))}
        onChange={(event) => onChange({ ...question, month: MonthAsked.parse(event.currentTarget.value) })}
      />
      <DateLimits question={question} onChange={onChange} />
    </Stack>
  )
}
