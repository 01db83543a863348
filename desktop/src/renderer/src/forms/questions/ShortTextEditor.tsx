import { mostShortTextLength } from '@send/shared/forms/questions/short-text'
import { translator } from '@send/shared/texts/translator'

import { NumberBox } from '../fields/NumberBox.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** How much may be written. */
export function ShortTextEditor({ question, onChange }: EditorProps<'shortText'>) {
  return (
    <NumberBox
      label={t('forms.maxLength')}
      value={question.maxLength}
      min={1}
      max={mostShortTextLength}
      onChange={(maxLength) => onChange({ ...question, maxLength }, 'maxLength')}
    />
  )
}
