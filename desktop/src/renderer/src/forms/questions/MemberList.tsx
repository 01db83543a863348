import { ActionIcon, Button, Fieldset, NativeSelect } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newQuestion } from '@send/shared/forms/new-form'
import {
  mostGroupQuestions,
  SimpleQuestion,
  type GroupMember,
} from '@send/shared/forms/questions/group-member'
import { questionTypes } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useRef, useState, type ComponentType } from 'react'

import classes from '../form-builder.module.css'
import type { MemberEditorProps } from './GroupEditor.tsx'

const t = translator('en')

const simpleTypes = SimpleQuestion.options.map(({ shape }) => shape.type.value)
type MemberType = GroupMember['type']

function isMemberType(type: string): type is MemberType {
  return type === 'group' || simpleTypes.some((simple) => simple === type)
}

type MemberListProps = {
  members: GroupMember[]
  definition: FormDefinition
  inner: boolean
  MemberEditor: ComponentType<MemberEditorProps>
  onChange: (members: GroupMember[], field?: string) => void
}

/** The questions of a group one below the other; a removal is taken back by Undo like every other change. */
export function MemberList({ members, definition, inner, MemberEditor, onChange }: MemberListProps) {
  const list = useRef<HTMLFieldSetElement>(null)
  const [type, setType] = useState<MemberType>('shortText')
  const types = questionTypes.filter(isMemberType).filter((each) => !inner || each !== 'group')

  function add() {
    // The type is one of a group's; which of them, TypeScript cannot tell apart.
    onChange([...members, newQuestion(type) as GroupMember])
    // Drawn only once this event is over.
    setTimeout(() => {
      const drawn = list.current?.querySelectorAll<HTMLElement>(':scope > [data-member]')
      drawn?.[members.length]?.querySelector<HTMLElement>('input, textarea')?.focus()
    })
  }
  return (
    <Fieldset legend={t(inner ? 'forms.innerMembers' : 'forms.members')} ref={list} p="xs">
      {members.map((member, index) => {
        const number = index + 1
        const swap = (other: number) => {
          const neighbour = members[other]
          if (neighbour) onChange(members.with(index, neighbour).with(other, member))
        }
        return (
          <Fieldset
            key={member.id}
            data-member={member.id}
            className={classes.member}
            legend={t('forms.memberNumber', { number, type: t(`forms.type.${member.type}`) })}
            p="xs"
          >
            <MemberEditor
              question={member}
              definition={definition}
              inner
              onChange={(changed, field) =>
                onChange(members.with(index, changed), field && `${member.id}.${field}`)
              }
            />
            <div className={classes.memberActions}>
              <ActionIcon
                variant="default"
                aria-label={t('forms.memberUp', { number })}
                disabled={index === 0}
                onClick={() => swap(index - 1)}
              >
                <IconArrowUp aria-hidden size={14} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t('forms.memberDown', { number })}
                disabled={number === members.length}
                onClick={() => swap(number)}
              >
                <IconArrowDown aria-hidden size={14} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t('forms.memberRemove', { number })}
                onClick={() => onChange(members.toSpliced(index, 1))}
              >
                <IconX aria-hidden size={14} />
              </ActionIcon>
            </div>
          </Fieldset>
        )
      })}
      <div className={classes.addMember}>
        <NativeSelect
          size="xs"
          label={t('forms.memberType')}
          value={type}
          data={types.map((value) => ({ value, label: t(`forms.type.${value}`) }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            if (isMemberType(chosen)) setType(chosen)
          }}
        />
        <Button
          size="compact-sm"
          variant="default"
          disabled={members.length >= mostGroupQuestions}
          onClick={add}
        >
          {t('forms.addMember')}
        </Button>
      </div>
    </Fieldset>
  )
}
