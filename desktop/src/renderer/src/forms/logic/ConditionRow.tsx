import { NativeSelect } from '@mantine/core'
import type { SimpleCondition } from '@send/shared/forms/conditions/condition'
import {
  applyOperator,
  listOperators,
  operatorOf,
  type Operator,
} from '@send/shared/forms/conditions/condition-operators'
import { translator } from '@send/shared/texts/translator'
import { useMemo, useState } from 'react'

import type { Asking, OfferedOperand } from './asking.ts'
import { ConditionValue } from './ConditionValue.tsx'
import classes from './logic.module.css'
import { TextValue } from './TextValue.tsx'

const t = translator('en')

type ConditionRowProps = {
  /** None while its question is still to be chosen. */
  condition: SimpleCondition | undefined
  asking: Asking
  onChange: (condition: SimpleCondition, field?: string) => void
}

/** One condition: which question, what holds of it, and the value that it is compared with. */
export function ConditionRow({ condition, asking, onChange }: ConditionRowProps) {
  const asked = condition && asking.find(condition.of)
  // The same elements as long as the same may be asked: hundreds of them are not compared at every key.
  const options = useMemo(
    () =>
      asking.offered.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      )),
    [asking],
  )
  // A text that is still to be typed: the condition stays as it was until then.
  const [awaited, setAwaited] = useState<'equals' | 'contains' | undefined>(undefined)
  const operators = asked ? listOperators(asked) : []
  const operator = awaited ?? (condition && operatorOf(condition))
  const shownOperators: readonly Operator[] =
    operator && !operators.includes(operator) ? [operator, ...operators] : operators

  function chooseOperand(chosen: OfferedOperand) {
    setAwaited(undefined)
    const kept = condition && listOperators(chosen).find((one) => one === operatorOf(condition))
    const first = listOperators(chosen)[0] ?? 'answered'
    const made = (kept && applyOperator(chosen, kept, condition)) ?? applyOperator(chosen, first)
    if (made) onChange(made)
  }
  function chooseOperator(chosen: Operator) {
    const made = asked && applyOperator(asked, chosen, condition)
    setAwaited(!made && (chosen === 'equals' || chosen === 'contains') ? chosen : undefined)
    if (made) onChange(made)
  }
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('logic.question')}
        // A row that was just added waits for its question.
        autoFocus={!condition}
        value={asked?.key ?? ''}
        onChange={(event) => {
          const chosen = asking.offered.find(({ key }) => key === event.currentTarget.value)
          if (chosen) chooseOperand(chosen)
        }}
      >
        {asked ? null : <option value="">{t('logic.choose')}</option>}
        {asked && !asking.offered.includes(asked) ? <option value={asked.key}>{asked.label}</option> : null}
        {options}
      </NativeSelect>
      {condition && asked && operator ? (
        <div className={classes.says}>
          <NativeSelect
            size="xs"
            aria-label={t('logic.operator')}
            value={operator}
            data={shownOperators.map((value) => ({ value, label: t(`logic.operator.${value}`) }))}
            onChange={(event) => {
              const chosen = shownOperators.find((one) => one === event.currentTarget.value)
              if (chosen) chooseOperator(chosen)
            }}
          />
          {awaited ? (
            <TextValue
              kept=""
              onChange={(value, field) => {
                setAwaited(undefined)
                onChange({ kind: awaited, of: condition.of, value }, field)
              }}
            />
          ) : (
            <ConditionValue condition={condition} asked={asked} asking={asking} onChange={onChange} />
          )}
        </div>
      ) : null}
    </>
  )
}
