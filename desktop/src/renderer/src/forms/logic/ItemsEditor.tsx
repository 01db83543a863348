import { NativeSelect, Text } from '@mantine/core'
import type { Condition } from '@send/shared/forms/conditions/condition'
import { asGroup } from '@send/shared/forms/conditions/edit-condition'
import { translator } from '@send/shared/texts/translator'
import { useState, type ComponentType } from 'react'

import type { Asking } from './asking.ts'
import type { ConditionGroupEditorProps } from './condition-group-props.ts'
import classes from './logic.module.css'

const t = translator('en')

type ItemCondition = Extract<Condition, { group: string }>

const kinds = ['anyItem', 'allItems', 'noItem'] as const

type ItemsEditorProps = {
  /** The editor of the conditions on one item, which is also the one that holds this. */
  GroupEditor: ComponentType<ConditionGroupEditorProps>
  /** None while its first condition is still to be made; until then the group can be chosen. */
  condition: ItemCondition | undefined
  asking: Asking
  label: string
  onChange: (condition: ItemCondition | undefined, field?: string) => void
}

/** What must hold of any, every or no item of a group. */
export function ItemsEditor({ GroupEditor, condition, asking, label, onChange }: ItemsEditorProps) {
  const [begun, setBegun] = useState<Begun>({
    kind: kinds[0],
    group: asking.groups[0]?.id ?? '',
  })
  const { kind, group } = condition ?? begun
  return (
    <>
      <div className={classes.says}>
        <NativeSelect
          size="xs"
          aria-label={t('logic.items')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`logic.items.${value}`) }))}
          onChange={(event) => {
            const chosen = kinds.find((candidate) => candidate === event.currentTarget.value)
            if (chosen && condition) onChange({ ...condition, kind: chosen })
            else if (chosen) setBegun({ kind: chosen, group })
          }}
        />
        {condition ? (
          // Its conditions ask this group's questions: for another group they are made anew.
          <Text size="sm">{asking.find({ from: 'answer', questionId: group }).label}</Text>
        ) : (
          <NativeSelect
            size="xs"
            aria-label={t('logic.itemsGroup')}
            value={group}
            data={asking.groups.map(({ id, label: name }) => ({ value: id, label: name }))}
            onChange={(event) => setBegun({ kind, group: event.currentTarget.value })}
          />
        )}
      </div>
      <GroupEditor
        key={group}
        inner
        group={condition ? asGroup(condition.condition) : { kind: 'all', conditions: [] }}
        asking={asking.ofItems(group)}
        label={label}
        onChange={(changed, field) => onChange(changed && { kind, group, condition: changed }, field)}
        onGiveUp={() => onChange(undefined)}
      />
    </>
  )
}

type Begun = Pick<ItemCondition, 'kind' | 'group'>
