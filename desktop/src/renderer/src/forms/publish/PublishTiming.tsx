import { Radio, Stack, TextInput } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'

import { LiveDateBoxes, type Dates } from '../fields/LiveDateBoxes.tsx'

const t = translator('en')

/** From when on the version is filled in: on the portals while the form is Live, by staff from a day on. */
export type Timing = { live: boolean; dates: Dates; effectiveFrom: string }

type PublishTimingProps = {
  internal: boolean
  timing: Timing
  /** Whether the dialog begins here. */
  holdsFocus: boolean
  onChange: (timing: Timing) => void
}

/** Chooses from when on the new version is filled in. */
export function PublishTiming({ internal, timing, holdsFocus, onChange }: PublishTimingProps) {
  if (internal) {
    return (
      <TextInput
        size="xs"
        type="date"
        required
        data-autofocus={holdsFocus || undefined}
        label={t('forms.effectiveFrom')}
        description={t('forms.effectiveFromHint')}
        value={timing.effectiveFrom}
        onChange={(event) => onChange({ ...timing, effectiveFrom: event.currentTarget.value })}
      />
    )
  }
  return (
    <>
      <Radio.Group
        size="xs"
        label={t('forms.publishStatus')}
        value={timing.live ? 'live' : 'notLive'}
        onChange={(value) => onChange({ ...timing, live: value === 'live' })}
      >
        <Stack gap={4} mt={4}>
          <Radio
            size="xs"
            value="live"
            data-autofocus={holdsFocus || undefined}
            label={t('forms.publishLive')}
          />
          <Radio size="xs" value="notLive" label={t('forms.publishNotLive')} />
        </Stack>
      </Radio.Group>
      {timing.live && (
        <LiveDateBoxes dates={timing.dates} onChange={(dates) => onChange({ ...timing, dates })} />
      )}
    </>
  )
}
