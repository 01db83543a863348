import { Group as Row, Stack } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { mostItems, type GroupMember } from '@send/shared/forms/questions/group-member'
import { translator } from '@send/shared/texts/translator'
import type { ComponentType } from 'react'

import { NumberBox } from '../fields/NumberBox.tsx'
import { TextPair } from '../fields/TextPair.tsx'
import type { EditorProps } from './editor-props.ts'
import { MemberList } from './MemberList.tsx'

const t = translator('en')

export type MemberEditorProps = {
  question: GroupMember
  definition: FormDefinition
  /** Whether it stands in a group within a group, which holds no further one. */
  inner: boolean
  onChange: (question: GroupMember, field?: string) => void
}

/** The editor of groups, made from that of all questions: a group may hold another one. */
export function makeGroupEditor(MemberEditor: ComponentType<MemberEditorProps>) {
  /** What one item is called, how many there may be, and the questions that each of them asks. */
  return function GroupEditor({ question, definition, inner, onChange }: EditorProps<'group'>) {
    return (
      <Stack gap="sm">
        <TextPair
          label={t('forms.itemLabel')}
          value={question.itemLabel}
          onChange={(itemLabel, field) => onChange({ ...question, itemLabel }, field)}
        />
        <Row gap="sm" align="start">
          <NumberBox
            label={t('forms.minItems')}
            value={question.min}
            min={0}
            max={mostItems}
            onChange={(min) => onChange({ ...question, min }, 'minItems')}
          />
          <NumberBox
            label={t('forms.maxItems')}
            value={question.max}
            min={1}
            max={mostItems}
            onChange={(max) => onChange({ ...question, max }, 'maxItems')}
          />
        </Row>
        <MemberList
          members={question.questions}
          definition={definition}
          inner={inner ?? false}
          MemberEditor={MemberEditor}
          onChange={(questions, field) => onChange({ ...question, questions }, field)}
        />
      </Stack>
    )
  }
}
