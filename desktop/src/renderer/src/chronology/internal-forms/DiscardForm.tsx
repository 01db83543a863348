import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { useRefreshForms } from './useRefreshForms.ts'

const t = translator('en')

type DiscardFormProps = { details: RouterOutputs['internalForms']['get']; onDiscarded: () => void }

/** Removes an unfinished form and all that was typed in it, after asking. */
export function DiscardForm({ details, onDiscarded }: DiscardFormProps) {
  const api = useApi()
  const refresh = useRefreshForms()
  const [asking, setAsking] = useState(false)
  const [idempotencyKey] = useState(newId)
  const { internalFormId, personName, origin } = details
  const discard = useMutation(
    api.internalForms.discard.mutationOptions({
      onSuccess() {
        notifications.show({ message: t('filling.discarded') })
        refresh()
        onDiscarded()
      },
      onError: showFailure,
    }),
  )
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('filling.discard')}
      </Button>
      {asking ? (
        <FormDialog
          title={t('filling.discardTitle')}
          sentence={
            origin
              ? t('onBehalf.discardSentence', { name: origin.fromName })
              : t('filling.discardSentence', { name: personName ?? '' })
          }
          confirm={t('filling.discardConfirm')}
          hurts
          focusesConfirm
          busy={discard.isPending}
          onConfirm={() => discard.mutate({ idempotencyKey, internalFormId })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
