import { DateLimits } from '../fields/DateLimits.tsx'
import type { EditorProps } from './editor-props.ts'

/** Between which dates the answer lies. */
export function DateEditor(props: EditorProps<'date'>) {
  return <DateLimits {...props} />
}
