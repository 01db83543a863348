import { Checkbox, NativeSelect, Stack } from '@mantine/core'
import type { SimpleCondition } from '@send/shared/forms/conditions/condition'
import { assertNever } from '@send/shared/values/assert-never'
import { translator } from '@send/shared/texts/translator'

import { NumberBox } from '../fields/NumberBox.tsx'
import type { Asking, OfferedOperand } from './asking.ts'
import { DateValueBoxes } from './DateValueBoxes.tsx'
import { NumberValue } from './NumberValue.tsx'
import { TextValue } from './TextValue.tsx'

const t = translator('en')

type ConditionValueProps = {
  condition: SimpleCondition
  asked: OfferedOperand
  asking: Asking
  onChange: (condition: SimpleCondition, field?: string) => void
}

/** What an answer is compared with: chosen from its options, typed, a date, or an age on a date. */
export function ConditionValue({ condition, asked, asking, onChange }: ConditionValueProps) {
  switch (condition.kind) {
    case 'answered':
      return null
    case 'equals':
    case 'contains': {
      const { value } = condition
      const change = (next: string, field?: string) => onChange({ ...condition, value: next }, field)
      if (asked.options.length === 0) return <TextValue kept={String(value)} onChange={change} />
      const options = withStranger(asked, [value])
      return (
        <NativeSelect
          size="xs"
          aria-label={t('logic.value')}
          value={String(value)}
          data={options}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )
    }
    case 'oneOf': {
      const chosen = condition.values.map(String)
      return (
        <Checkbox.Group
          size="xs"
          label={t('logic.values')}
          value={chosen}
          onChange={(values) => values.length > 0 && onChange({ ...condition, values })}
        >
          <Stack gap={4} mt={4}>
            {withStranger(asked, condition.values).map(({ value, label }) => (
              // One at least is chosen: the last one cannot be taken away.
              <Checkbox
                key={value}
                size="xs"
                value={value}
                label={label}
                disabled={chosen.length === 1 && chosen[0] === value}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )
    }
    case 'before':
    case 'after':
      return (
        <DateValueBoxes
          label={t('logic.date')}
          value={condition.date}
          asking={asking}
          onChange={(date, field) => onChange({ ...condition, date }, field)}
        />
      )
    case 'ageOn':
      return (
        <>
          <NumberBox
            label={t('logic.years')}
            value={condition.years}
            min={0}
            max={120}
            onChange={(years) => onChange({ ...condition, years }, 'years')}
          />
          <DateValueBoxes
            label={t('logic.onDate')}
            value={condition.on}
            asking={asking}
            onChange={(on, field) => onChange({ ...condition, on }, field)}
          />
        </>
      )
    case 'number':
      return (
        <NumberValue
          asked={asked}
          value={condition.than}
          asking={asking}
          onChange={(than, field) => onChange({ ...condition, than }, field)}
        />
      )
    default:
      return assertNever(condition)
  }
}

/** The options to choose from, and before them the values that are asked for and not offered. */
function withStranger({ options }: OfferedOperand, values: readonly (string | number)[]) {
  const known = options.map(({ value, label }) => ({ value, label: label.en.trim() || value }))
  const strangers = values
    .map(String)
    .filter((value) => !known.some((option) => option.value === value))
    .map((value) => ({ value, label: t('logic.valueUnknown', { value }) }))
  return [...strangers, ...known]
}
