import { translator } from '@send/shared/texts/translator'

import { TextPair } from '../fields/TextPair.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

/** What people sign. */
export function DeclarationEditor({ question, onChange }: EditorProps<'declaration'>) {
  return (
    <TextPair
      label={t('forms.statement')}
      lines={4}
      value={question.statement}
      onChange={(statement, field) => onChange({ ...question, statement }, field)}
    />
  )
}
