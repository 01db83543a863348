import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { GroupMember } from '@send/shared/forms/questions/group-member'
import type { Question, QuestionType } from '@send/shared/forms/questions/question-types'
import type { ComponentType } from 'react'

import { MemberLogic } from '../logic/QuestionLogic.tsx'
import { CalculatedEditor } from './CalculatedEditor.tsx'
import { DateEditor } from './DateEditor.tsx'
import { DecimalEditor } from './DecimalEditor.tsx'
import { DeclarationEditor } from './DeclarationEditor.tsx'
import type { EditorProps } from './editor-props.ts'
import { FileEditor } from './FileEditor.tsx'
import { makeGroupEditor, type MemberEditorProps } from './GroupEditor.tsx'
import { GuidanceEditor } from './GuidanceEditor.tsx'
import { LongTextEditor } from './LongTextEditor.tsx'
import { LookupEditor } from './LookupEditor.tsx'
import { MoneyEditor } from './MoneyEditor.tsx'
import { MultipleChoiceEditor } from './MultipleChoiceEditor.tsx'
import { PartialDateEditor } from './PartialDateEditor.tsx'
import { PlainEditor } from './PlainEditor.tsx'
import { QuestionSettings } from './QuestionSettings.tsx'
import { ShortTextEditor } from './ShortTextEditor.tsx'
import { SingleChoiceEditor } from './SingleChoiceEditor.tsx'
import { WholeNumberEditor } from './WholeNumberEditor.tsx'

/** The editor of each question type; a type without one does not compile. */
const questionEditors = {
  shortText: ShortTextEditor,
  longText: LongTextEditor,
  guidance: GuidanceEditor,
  yesNo: PlainEditor,
  singleChoice: SingleChoiceEditor,
  multipleChoice: MultipleChoiceEditor,
  lookup: LookupEditor,
  wholeNumber: WholeNumberEditor,
  decimal: DecimalEditor,
  money: MoneyEditor,
  date: DateEditor,
  partialDate: PartialDateEditor,
  time: PlainEditor,
  childDetails: PlainEditor,
  personName: PlainEditor,
  address: PlainEditor,
  contactDetails: PlainEditor,
  email: PlainEditor,
  phone: PlainEditor,
  nhsNumber: PlainEditor,
  upn: PlainEditor,
  file: FileEditor,
  calculated: CalculatedEditor,
  declaration: DeclarationEditor,
  group: makeGroupEditor(MemberEditor),
  personLookup: PlainEditor,
  baseLookup: PlainEditor,
  staffLookup: PlainEditor,
} satisfies { [Type in QuestionType]: ComponentType<EditorProps<Type>> }

type QuestionEditorProps = {
  question: Question
  definition: FormDefinition
  inner?: boolean
  /** What the question says is decided in the question bank. */
  locked?: boolean
  onChange: (question: Question, field?: string) => void
}

/** All that can be set of a question: what each has, and what is special to its type. */
export function QuestionEditor(props: QuestionEditorProps) {
  // The map pairs each type with its editor; TypeScript cannot follow the pair through an index.
  const Editor = questionEditors[props.question.type] as unknown as ComponentType<QuestionEditorProps>
  return (
    <QuestionSettings question={props.question} locked={props.locked} onChange={props.onChange}>
      <Editor {...props} />
    </QuestionSettings>
  )
}

/** The same for a question of a group, whose type never changes, and its logic. */
function MemberEditor({ question, definition, inner, onChange }: MemberEditorProps) {
  const change = (changed: Question, field?: string) => onChange(changed as GroupMember, field)
  return (
    <>
      <QuestionEditor question={question} definition={definition} inner={inner} onChange={change} />
      <MemberLogic question={question} definition={definition} onChange={change} />
    </>
  )
}
