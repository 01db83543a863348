import { OptionList } from '../fields/OptionList.tsx'
import type { EditorProps } from './editor-props.ts'

/** The options of which one is chosen. */
export function SingleChoiceEditor({ question, onChange }: EditorProps<'singleChoice'>) {
  return (
    <OptionList
      options={question.options}
      onChange={(options, field) => onChange({ ...question, options }, field)}
    />
  )
}
