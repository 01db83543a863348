import { Checkbox, Stack } from '@mantine/core'
import { mostLongTextLength } from '@send/shared/forms/questions/long-text'
import { translator } from '@send/shared/texts/translator'

import { NumberBox } from '../fields/NumberBox.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** How much may be written, and whether it may be formatted. */
export function LongTextEditor({ question, inner, onChange }: EditorProps<'longText'>) {
  function allowFormatting(allowed: boolean) {
    const { formatting: _, ...others } = question
    onChange(allowed ? { ...others, formatting: true } : others)
  }
  return (
    <Stack gap="sm">
      <NumberBox
        label={t('forms.maxLength')}
        value={question.maxLength}
        min={1}
        max={mostLongTextLength}
        onChange={(maxLength) => onChange({ ...question, maxLength }, 'maxLength')}
      />
      {inner ? null : (
        <Checkbox
          size="xs"
          label={t('forms.formatting')}
          checked={question.formatting === true}
          onChange={(event) => allowFormatting(event.currentTarget.checked)}
        />
      )}
    </Stack>
  )
}
