import { Button, Fieldset, Text } from '@mantine/core'
import { wordCondition } from '@send/shared/forms/conditions/condition-in-words'
import type { Condition } from '@send/shared/forms/conditions/condition'
import { asGroup } from '@send/shared/forms/conditions/edit-condition'
import type { ConditionUse } from '@send/shared/forms/conditions/list-operands'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { listConditionProblems } from '@send/shared/forms/logic/logic-problems'
import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'

import { askingFor } from './asking.ts'
import { ConditionGroupEditor } from './ConditionGroupEditor.tsx'
import classes from './logic.module.css'

const t = translator('en')

const sentences = {
  shown: 'logic.shownWhen',
  offered: 'logic.offeredWhen',
  required: 'logic.requiredWhen',
  rule: 'logic.rightWhen',
} as const

type ConditionFieldProps = {
  label: string
  /** What is said while there is no condition. */
  none: string
  says: keyof typeof sentences
  definition: FormDefinition
  /** The page, section or question whose condition it is. */
  partId: string
  condition: Condition | undefined
  onChange: (condition: Condition | undefined, field?: string) => void
}

/** A condition in words, below it how it is built, and beside it what is wrong with it. */
export function ConditionField(props: ConditionFieldProps) {
  const { label, none, says, definition, partId, condition, onChange } = props
  const [adding, setAdding] = useState(false)
  const field = useRef<HTMLFieldSetElement>(null)
  const use: ConditionUse = says === 'offered' ? 'shown' : says
  // What may be asked is of the whole form, and follows when it rests: typing does not wait for 500 questions.
  const settled = useDeferredValue(definition)
  const asking = useMemo(() => askingFor(settled, partId, use), [settled, partId, use])
  const problems = useMemo(
    () => (condition ? listConditionProblems(compileForm(settled), partId, { condition, use }) : []),
    [settled, partId, condition, use],
  )
  function change(next: Condition | undefined, typed?: string) {
    setAdding(false)
    if (!next) focusAdd()
    onChange(next, typed && `${label} ${typed}`)
  }
  /** The focus stays where the condition was; the button is drawn only once this event is over. */
  function focusAdd() {
    setTimeout(() => field.current?.querySelector<HTMLElement>('[data-begin]')?.focus())
  }
  return (
    <Fieldset legend={label} p="xs" className={classes.field} ref={field}>
      <Text size="sm" className={classes.sentence}>
        {condition ? t(sentences[says], { condition: wordCondition(condition, asking.scope) }) : none}
      </Text>
      <output className={classes.problems}>
        {problems.map((sentence) => (
          <span key={sentence} className={classes.problem}>
            <IconAlertTriangle aria-hidden size={14} />
            {sentence}
          </span>
        ))}
      </output>
      {condition || adding ? (
        <ConditionGroupEditor
          group={condition ? asGroup(condition) : { kind: 'all', conditions: [] }}
          asking={asking}
          label={label}
          onChange={change}
          onGiveUp={() => {
            setAdding(false)
            focusAdd()
          }}
        />
      ) : asking.offered.length > 0 ? (
        <Button
          size="compact-xs"
          variant="default"
          data-begin
          aria-label={t('logic.addTo', { label })}
          onClick={() => setAdding(true)}
        >
          {t('logic.add')}
        </Button>
      ) : (
        <Text size="sm">{t('logic.nothingToAsk')}</Text>
      )}
      {condition ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('logic.removeAllOf', { label })}
          onClick={() => change(undefined)}
        >
          {t('logic.removeAll')}
        </Button>
      ) : null}
    </Fieldset>
  )
}
