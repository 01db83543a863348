import { Group } from '@mantine/core'
import { mostWholeNumber, type WholeNumber } from '@send/shared/forms/questions/whole-number'
import { translator } from '@send/shared/texts/translator'

import { OptionalNumberBox } from '../fields/NumberBox.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')
const limits = { min: -mostWholeNumber, max: mostWholeNumber }

/** Between which numbers the answer lies; empty where there is no limit. */
export function WholeNumberEditor({ question, onChange }: EditorProps<'wholeNumber'>) {
  function change(limit: 'min' | 'max', value: number | undefined) {
    const { [limit]: _, ...others } = question
    const changed: WholeNumber = value === undefined ? others : { ...others, [limit]: value }
    onChange(changed, limit)
  }
  return (
    <Group gap="sm" align="start">
      <OptionalNumberBox
        label={t('forms.min')}
        value={question.min}
        {...limits}
        onChange={(value) => change('min', value)}
      />
      <OptionalNumberBox
        label={t('forms.max')}
        value={question.max}
        {...limits}
        onChange={(value) => change('max', value)}
      />
    </Group>
  )
}
