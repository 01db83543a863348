import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Question, QuestionType } from '@send/shared/forms/questions/question-types'
import type { ComponentType } from 'react'

import { CalculatedEditor } from './CalculatedEditor.tsx'
import { ChildDetailsEditor } from './ChildDetailsEditor.tsx'
import { DateEditor } from './DateEditor.tsx'
import type { EditorProps } from './editor-props.ts'
import { FileEditor } from './FileEditor.tsx'
import { LongTextEditor } from './LongTextEditor.tsx'
import { ShortTextEditor } from './ShortTextEditor.tsx'
import { SingleChoiceEditor } from './SingleChoiceEditor.tsx'
import { WholeNumberEditor } from './WholeNumberEditor.tsx'
import { YesNoEditor } from './YesNoEditor.tsx'

/** The editor of each question type; a type without one does not compile. */
const questionEditors = {
  shortText: ShortTextEditor,
  longText: LongTextEditor,
  date: DateEditor,
  yesNo: YesNoEditor,
  singleChoice: SingleChoiceEditor,
  wholeNumber: WholeNumberEditor,
  file: FileEditor,
  childDetails: ChildDetailsEditor,
  calculated: CalculatedEditor,
} satisfies { [Type in QuestionType]: ComponentType<EditorProps<Type>> }

type QuestionEditorProps = {
  question: Question
  definition: FormDefinition
  onChange: (question: Question, field?: string) => void
}

/** What is special to the type of a question. */
export function QuestionEditor(props: QuestionEditorProps) {
  // The map pairs each type with its editor; TypeScript cannot follow the pair through an index.
  const Editor = questionEditors[props.question.type] as unknown as ComponentType<QuestionEditorProps>
  return <Editor {...props} />
}
