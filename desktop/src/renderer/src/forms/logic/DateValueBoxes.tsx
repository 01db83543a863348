import { NativeSelect, TextInput } from '@mantine/core'
import { wordDate } from '@send/shared/forms/conditions/condition-in-words'
import type { DateValue } from '@send/shared/forms/conditions/operand'
import { translator } from '@send/shared/texts/translator'
import { dateInLondon, PlainDate } from '@send/shared/values/plain-date'

import { NumberBox } from '../fields/NumberBox.tsx'
import type { Asking } from './asking.ts'
import { fromToday, mostOf, shiftOf, units } from './date-shift.ts'

const t = translator('en')

type DateValueBoxesProps = {
  label: string
  value: DateValue
  asking: Asking
  onChange: (value: DateValue, field?: string) => void
}

/** A date to compare with: a fixed one, today, a time before or after it, or the answer to another question. */
export function DateValueBoxes({ label, value, asking, onChange }: DateValueBoxesProps) {
  const shift = shiftOf(value)
  const answered = value.kind === 'operand' ? asking.find(value.of) : undefined
  const dates = asking.offered.filter(({ type }) => type === 'date')
  const listed = answered && !dates.includes(answered) ? [answered, ...dates] : dates
  const chosen =
    answered?.key ?? (value.kind === 'fixed' ? 'fixed' : shift === 'several' ? 'several' : shift?.side)

  function choose(key: string) {
    const operand = listed.find((candidate) => candidate.key === key)?.operand
    if (operand) onChange({ kind: 'operand', of: operand })
    else if (key === 'fixed') onChange({ kind: 'fixed', date: dateInLondon(new Date()) })
    else if (key === 'today') onChange({ kind: 'today' })
    else if (key === 'before' || key === 'after') {
      const kept = typeof shift === 'object' && shift.count > 0 ? shift : { count: 1, unit: 'years' as const }
      onChange(fromToday({ ...kept, side: key }))
    }
  }
  return (
    <>
      <NativeSelect
        size="xs"
        label={label}
        value={chosen ?? 'today'}
        data={[
          ...(shift === 'several' ? [{ value: 'several', label: wordDate(value, asking.scope) }] : []),
          ...(['fixed', 'today', 'before', 'after'] as const).map((key) => ({
            value: key,
            label: t(`logic.date.${key}`),
          })),
          ...listed.map((date) => ({ value: date.key, label: t('logic.answerTo', { words: date.label }) })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {value.kind === 'fixed' ? (
        <TextInput
          size="xs"
          type="date"
          label={t('logic.day')}
          value={value.date}
          onChange={(event) => {
            const date = PlainDate.safeParse(event.currentTarget.value)
            if (date.success) onChange({ kind: 'fixed', date: date.data }, 'date')
          }}
        />
      ) : null}
      {typeof shift === 'object' && shift.side !== 'today' ? (
        <>
          <NumberBox
            label={t('logic.count')}
            value={shift.count}
            min={1}
            max={mostOf[shift.unit]}
            onChange={(count) => onChange(fromToday({ ...shift, count }), 'count')}
          />
          <NativeSelect
            size="xs"
            label={t('logic.unit')}
            value={shift.unit}
            data={units.map((unit) => ({ value: unit, label: t(`logic.unit.${unit}`) }))}
            onChange={(event) => {
              const unit = units.find((candidate) => candidate === event.currentTarget.value)
              if (unit) onChange(fromToday({ ...shift, unit, count: Math.min(shift.count, mostOf[unit]) }))
            }}
          />
        </>
      ) : null}
    </>
  )
}
