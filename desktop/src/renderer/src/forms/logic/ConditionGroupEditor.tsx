import { ActionIcon, Button, NativeSelect, Text } from '@mantine/core'
import { wordCondition } from '@send/shared/forms/conditions/condition-in-words'
import { isFlatGroup, isSimple, replaceCondition } from '@send/shared/forms/conditions/edit-condition'
import type { Condition } from '@send/shared/forms/conditions/condition'
import { mostConditions } from '@send/shared/forms/conditions/condition'
import { translator } from '@send/shared/texts/translator'
import { IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'

import type { ConditionGroupEditorProps } from './condition-group-props.ts'
import { ConditionRow } from './ConditionRow.tsx'
import { ItemsEditor } from './ItemsEditor.tsx'
import classes from './logic.module.css'

const t = translator('en')

const combinations = ['all', 'any', 'none'] as const

/** Conditions one below the other, and how they are combined; a group may hold groups, which hold no further ones. */
export function ConditionGroupEditor(props: ConditionGroupEditorProps) {
  const { group, asking, label, inner, onChange, onGiveUp } = props
  const { conditions } = group
  const [adding, setAdding] = useState<'condition' | 'group' | 'items' | undefined>(
    conditions.length === 0 ? 'condition' : undefined,
  )
  const list = useRef<HTMLFieldSetElement>(null)
  const full = conditions.length >= mostConditions
  const rows: (Condition | undefined)[] = adding ? [...conditions, undefined] : conditions

  function change(index: number, changed: Condition | undefined, field?: string) {
    const next = changed || index < conditions.length ? replaceCondition(group, index, changed) : group
    if (index >= conditions.length) setAdding(undefined)
    if (!changed && index >= conditions.length && conditions.length === 0) return onGiveUp()
    if (!changed) focusLast()
    if (next !== group) onChange(next, field && `${index} ${field}`)
  }
  /** Where a row was removed, the focus goes to the buttons below; drawn only once this event is over. */
  function focusLast() {
    setTimeout(() => list.current?.querySelector<HTMLElement>(':scope > [data-add] button')?.focus())
  }
  return (
    <fieldset ref={list} className={inner ? classes.innerGroup : classes.group} aria-label={label}>
      <NativeSelect
        size="xs"
        aria-label={t('logic.combination')}
        value={group.kind}
        data={combinations.map((kind) => ({ value: kind, label: t(`logic.${kind}`) }))}
        onChange={(event) => {
          const kind = combinations.find((candidate) => candidate === event.currentTarget.value)
          if (kind && conditions.length > 0) onChange({ ...group, kind })
        }}
      />
      {rows.map((condition, index) => {
        const number = index + 1
        const isGroup = condition ? isFlatGroup(condition) && !inner : adding === 'group'
        const items =
          condition && 'group' in condition && !inner
            ? condition
            : adding === 'items' && !condition
              ? 'new'
              : undefined
        const name = t(isGroup ? 'logic.group' : 'logic.condition', { number })
        return (
          // Conditions have no ids; a row keeps its place while it is edited.
          <fieldset key={index} className={classes.row} aria-label={name}>
            <div className={classes.rowBody}>
              {isGroup ? (
                <ConditionGroupEditor
                  inner
                  group={condition && 'conditions' in condition ? condition : { kind: 'any', conditions: [] }}
                  asking={asking}
                  label={name}
                  onChange={(changed, field) => change(index, changed, field)}
                  onGiveUp={() => change(index, undefined)}
                />
              ) : items ? (
                <ItemsEditor
                  GroupEditor={ConditionGroupEditor}
                  condition={items === 'new' ? undefined : items}
                  asking={asking}
                  label={name}
                  onChange={(changed, field) => change(index, changed, field)}
                />
              ) : condition === undefined || isSimple(condition) ? (
                <ConditionRow
                  condition={condition}
                  asking={asking}
                  onChange={(changed, field) => change(index, changed, field)}
                />
              ) : (
                <Text size="sm">
                  {t('logic.kept', { condition: wordCondition(condition, asking.scope) })}
                </Text>
              )}
            </div>
            <ActionIcon
              variant="default"
              aria-label={t(isGroup ? 'logic.removeGroup' : 'logic.remove', { number })}
              onClick={() => change(index, undefined)}
            >
              <IconX aria-hidden size={14} />
            </ActionIcon>
          </fieldset>
        )
      })}
      <div data-add className={classes.buttons}>
        <Button
          size="compact-xs"
          variant="default"
          disabled={full || adding !== undefined}
          onClick={() => setAdding('condition')}
        >
          {t('logic.add')}
        </Button>
        {inner ? null : (
          <Button
            size="compact-xs"
            variant="default"
            disabled={full || adding !== undefined}
            onClick={() => setAdding('group')}
          >
            {t('logic.addGroup')}
          </Button>
        )}
        {inner || asking.groups.length === 0 ? null : (
          <Button
            size="compact-xs"
            variant="default"
            disabled={full || adding !== undefined}
            onClick={() => setAdding('items')}
          >
            {t('logic.addItems')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
