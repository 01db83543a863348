import { Button, Radio, Stack, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { useRefreshForms } from './useRefreshForms.ts'

const t = translator('en')

type StartFormProps = { personId: string; onStarted: (internalFormId: string) => void }

/** The button that begins a form of staff, and the choice among those that are current today. */
export function StartForm(props: StartFormProps) {
  const api = useApi()
  const [choosing, setChoosing] = useState(false)
  // Asked for at once: the dialog opens with its list, and the focus on it.
  useQuery(api.internalForms.listStartable.queryOptions())
  return (
    <>
      <Button size="compact-sm" onClick={() => setChoosing(true)}>
        {t('filling.start')}
      </Button>
      {choosing ? <ChooseForm {...props} onClose={() => setChoosing(false)} /> : null}
    </>
  )
}

function ChooseForm({ personId, onStarted, onClose }: StartFormProps & { onClose: () => void }) {
  const api = useApi()
  const refresh = useRefreshForms()
  const found = useQuery(api.internalForms.listStartable.queryOptions())
  const forms = found.data?.forms ?? []
  const [picked, setChosen] = useState('')
  const only = forms.length === 1 ? forms[0] : undefined
  const chosen = picked || (only?.formId ?? '')
  const [idempotencyKey] = useState(newId)
  const start = useMutation(
    api.internalForms.start.mutationOptions({
      onSuccess({ internalFormId }) {
        refresh()
        onStarted(internalFormId)
      },
      onError: showFailure,
    }),
  )
  return (
    <FormDialog
      title={t('filling.startTitle')}
      confirm={t('filling.startConfirm')}
      busy={start.isPending}
      missing={chosen === '' ? [t('filling.missingForm')] : []}
      onConfirm={() => start.mutate({ idempotencyKey, formId: chosen, personId })}
      onClose={onClose}
    >
      {found.error ? <Failed error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Waiting what={t('filling.startList')} /> : null}
      {found.data && forms.length === 0 ? <Text size="sm">{t('filling.startNone')}</Text> : null}
      {forms.length > 0 ? (
        <Radio.Group label={t('filling.startList')} value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt={6}>
            {forms.map(({ formId, title, code, version, effectiveFrom }, index) => (
              <Radio
                key={formId}
                size="sm"
                value={formId}
                data-autofocus={index === 0 || undefined}
                label={title}
                description={t('filling.startVersion', { code, version, from: dateInWords(effectiveFrom) })}
                styles={{ description: { color: 'var(--mantine-color-text)' } }}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
    </FormDialog>
  )
}
