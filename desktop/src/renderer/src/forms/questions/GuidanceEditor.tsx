import { translator } from '@send/shared/texts/translator'

import { TextPair } from '../fields/TextPair.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** What is to be read; the wording above is its heading. */
export function GuidanceEditor({ question, onChange }: EditorProps<'guidance'>) {
  return (
    <TextPair
      label={t('forms.guidanceText')}
      lines={6}
      value={question.text}
      onChange={(text, field) => onChange({ ...question, text }, field)}
    />
  )
}
