import { mostLongTextLength } from '@send/shared/forms/questions/long-text'
import { translator } from '@send/shared/texts/translator'

import { NumberBox } from '../fields/NumberBox.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** How much may be written. */
export function LongTextEditor({ question, onChange }: EditorProps<'longText'>) {
  return (
    <NumberBox
      label={t('forms.maxLength')}
      value={question.maxLength}
      min={1}
      max={mostLongTextLength}
      onChange={(maxLength) => onChange({ ...question, maxLength }, 'maxLength')}
    />
  )
}
