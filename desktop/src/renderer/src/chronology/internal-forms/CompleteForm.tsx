import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { useFinishing, type FinishingProps } from './useFinishing.ts'

const t = translator('en')

export type CompleteFormProps = FinishingProps & {
  /** With its entry, if it stands on the chronology. */
  onCompleted: (entryId: string | undefined) => void
}

/** Puts the form on the chronology, after everything that was typed is kept and somebody said so twice. */
export function CompleteForm({ onCompleted, ...form }: CompleteFormProps) {
  const api = useApi()
  const { details, listed, opened, onOpen } = form
  const { keeping, finish, tellWhyNot, refresh } = useFinishing(form)
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const complete = useMutation(
    api.internalForms.complete.mutationOptions({
      onSuccess(result) {
        onOpen(false)
        setIdempotencyKey(newId())
        if (result.outcome !== 'completed') return tellWhyNot(result)
        notifications.show({ message: t('filling.completed', { reference: result.reference }) })
        refresh()
        onCompleted(result.entryId)
      },
      onError: showFailure,
    }),
  )
  const refused = listed.filter(({ state }) => state === 'refused').length
  const sentence = t('filling.completeSentence', { name: details.personName ?? '' })
  return (
    <>
      <Button size="compact-sm" onClick={() => onOpen(true)}>
        {t('filling.complete')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('filling.completeTitle')}
        sentence={refused > 0 ? `${sentence} ${t('filling.completeRefused', { count: refused })}` : sentence}
        confirm={t('filling.completeConfirm')}
        busy={keeping || complete.isPending}
        onConfirm={() => void finish((now) => complete.mutate({ idempotencyKey, ...now }))}
        onCancel={() => onOpen(false)}
      />
    </>
  )
}
