import { Group, NativeSelect, TextInput } from '@mantine/core'
import { mostFromToday, type DateLimit } from '@send/shared/forms/questions/date-limits'
import { translator } from '@send/shared/texts/translator'
import { PlainDate } from '@send/shared/values/plain-date'

import { NumberBox } from './NumberBox.tsx'

const t = translator('en')

const kinds = ['none', 'today', 'before', 'after', 'fixed'] as const
type Kind = (typeof kinds)[number]
const units = ['days', 'months', 'years'] as const

type DateLimitFieldsProps = {
  which: 'earliest' | 'latest'
  limit: DateLimit | undefined
  onChange: (limit: DateLimit | undefined, field?: string) => void
}

/** The first or the last date of a question: none, fixed, or counted from the day on which it is answered. */
export function DateLimitFields({ which, limit, onChange }: DateLimitFieldsProps) {
  const kind = kindOf(limit)
  return (
    <Group gap="sm" align="start">
      <NativeSelect
        size="xs"
        label={t(`forms.limit.${which}`)}
        value={kind}
        data={kinds.map((value) => ({
          value,
          label: value === 'none' ? t(`forms.limit.${which}.none`) : t(`forms.limit.${value}`),
        }))}
        onChange={(event) => onChange(firstOf(event.currentTarget.value))}
      />
      {limit?.kind === 'fixed' && (
        <TextInput
          size="xs"
          type="date"
          label={t('forms.limit.date', { which: t(`forms.limit.${which}`) })}
          value={limit.date}
          onChange={(event) => {
            const date = PlainDate.safeParse(event.currentTarget.value)
            if (date.success) onChange({ kind: 'fixed', date: date.data }, which)
          }}
        />
      )}
      {limit?.kind === 'fromToday' && limit.amount !== 0 && (
        <>
          <NumberBox
            label={t('forms.limit.amount', { which: t(`forms.limit.${which}`) })}
            value={Math.abs(limit.amount)}
            min={1}
            max={mostFromToday}
            onChange={(amount) => onChange({ ...limit, amount: amount * Math.sign(limit.amount) }, which)}
          />
          <NativeSelect
            size="xs"
            label={t('forms.limit.unit', { which: t(`forms.limit.${which}`) })}
            value={limit.unit}
            data={units.map((value) => ({ value, label: t(`forms.limit.${value}`) }))}
            onChange={(event) => {
              const unit = units.find((value) => value === event.currentTarget.value)
              if (unit) onChange({ ...limit, unit })
            }}
          />
        </>
      )}
    </Group>
  )
}

function kindOf(limit: DateLimit | undefined): Kind {
  if (!limit) return 'none'
  if (limit.kind === 'fixed') return 'fixed'
  if (limit.amount === 0) return 'today'
  return limit.amount < 0 ? 'before' : 'after'
}

/** What a limit of a kind begins as. */
function firstOf(kind: string): DateLimit | undefined {
  if (kind === 'fixed') return { kind: 'fixed', date: '2020-01-01' }
  if (kind === 'today') return { kind: 'fromToday', amount: 0, unit: 'days' }
  if (kind === 'before') return { kind: 'fromToday', amount: -1, unit: 'years' }
  return kind === 'after' ? { kind: 'fromToday', amount: 1, unit: 'years' } : undefined
}
