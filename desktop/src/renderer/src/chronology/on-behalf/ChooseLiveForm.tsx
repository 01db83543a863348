import { NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { t } from './origin-words.ts'

/** The form that was chosen, or the only one that is live; empty while there is none. */
export function useLiveForm(): { formId: string; choose: (formId: string) => void } {
  const api = useApi()
  const found = useQuery(api.onBehalf.listForms.queryOptions())
  const [picked, choose] = useState('')
  const [only, ...others] = found.data?.forms ?? []
  return { formId: picked || (only && others.length === 0 ? only.formId : ''), choose }
}

/** The forms of the portals that are live, one of which is chosen. */
export function ChooseLiveForm({ formId, onChoose }: { formId: string; onChoose: (formId: string) => void }) {
  const api = useApi()
  const found = useQuery(api.onBehalf.listForms.queryOptions())
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('onBehalf.forms')} />
  const { forms } = found.data
  if (forms.length === 0) return <Text size="sm">{t('onBehalf.noForms')}</Text>
  return (
    <NativeSelect
      size="xs"
      maw={520}
      data-autofocus
      label={t('onBehalf.form')}
      value={formId}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: '', label: t('onBehalf.chooseForm') },
        ...forms.map(({ formId: value, title, code, audience }) => ({
          value,
          label: t('onBehalf.formOption', { title, code, audience: t(`onBehalf.audience.${audience}`) }),
        })),
      ]}
    />
  )
}
