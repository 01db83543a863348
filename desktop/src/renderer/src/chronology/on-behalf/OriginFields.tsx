import { Group, Radio, TextInput } from '@mantine/core'
import type { FormOrigin } from '@send/shared/submissions/form-origin'
import { earliestReceivedOn } from '@send/shared/submissions/form-origin'
import { originChannels } from '@send/shared/values/origin-channel'

import { receivedProblem, t } from './origin-words.ts'

/** Before anything is said: nothing is guessed about the day, because deadlines count from it. */
export const emptyOrigin: FormOrigin = {
  channel: 'paper',
  receivedOn: '',
  fromName: '',
  fromRelationship: '',
  fromContact: '',
}

type OriginFieldsProps = { origin: FormOrigin; today: string; onChange: (origin: FormOrigin) => void }

/** How a form came, when it was received and from whom. */
export function OriginFields({ origin, today, onChange }: OriginFieldsProps) {
  const set = (changes: Partial<FormOrigin>) => onChange({ ...origin, ...changes })
  const described = { descriptionProps: { c: 'var(--mantine-color-text)' }, size: 'xs', maw: 520 } as const
  return (
    <>
      <Radio.Group
        size="xs"
        label={t('onBehalf.channel')}
        value={origin.channel}
        onChange={(channel) => set({ channel })}
      >
        <Group gap="md" mt={4}>
          {originChannels.map((channel) => (
            <Radio key={channel} size="xs" value={channel} label={t(`onBehalf.channel.${channel}`)} />
          ))}
        </Group>
      </Radio.Group>
      <TextInput
        {...described}
        type="date"
        min={earliestReceivedOn}
        max={today}
        label={t('onBehalf.receivedOn')}
        description={t('onBehalf.receivedHint')}
        error={receivedProblem(origin.receivedOn, today)}
        value={origin.receivedOn}
        onChange={(event) => set({ receivedOn: event.currentTarget.value })}
      />
      <TextInput
        {...described}
        maxLength={200}
        label={t('onBehalf.fromName')}
        value={origin.fromName}
        onChange={(event) => set({ fromName: event.currentTarget.value })}
      />
      <TextInput
        {...described}
        maxLength={100}
        label={t('onBehalf.fromRelationship')}
        description={t('onBehalf.fromRelationshipHint')}
        value={origin.fromRelationship}
        onChange={(event) => set({ fromRelationship: event.currentTarget.value })}
      />
      <TextInput
        {...described}
        maxLength={300}
        label={t('onBehalf.fromContact')}
        value={origin.fromContact}
        onChange={(event) => set({ fromContact: event.currentTarget.value })}
      />
    </>
  )
}
