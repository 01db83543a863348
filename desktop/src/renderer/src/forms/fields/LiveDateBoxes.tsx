import { Group, Text, TextInput } from '@mantine/core'
import { areDatesInOrder } from '@send/shared/forms/form-lifecycle'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

export type Dates = { liveFrom: string | null; liveUntil: string | null }

/** The first and the last day on which a form may be started; both may stay empty. */
export function LiveDateBoxes({ dates, onChange }: { dates: Dates; onChange: (dates: Dates) => void }) {
  const wrong = !areDatesInOrder(dates)
  return (
    <div>
      <Group gap="sm" align="flex-start">
        <TextInput
          size="xs"
          type="date"
          label={t('forms.dateFrom')}
          description={t('forms.dateFromHint')}
          value={dates.liveFrom ?? ''}
          onChange={(event) => onChange({ ...dates, liveFrom: event.currentTarget.value || null })}
        />
        <TextInput
          size="xs"
          type="date"
          label={t('forms.dateUntil')}
          description={t('forms.dateUntilHint')}
          value={dates.liveUntil ?? ''}
          onChange={(event) => onChange({ ...dates, liveUntil: event.currentTarget.value || null })}
        />
      </Group>
      {wrong && (
        <Text size="sm" mt={4} role="alert">
          {t('forms.datesWrong')}
        </Text>
      )}
    </div>
  )
}
