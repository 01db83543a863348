import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { scanQuestionId } from '@send/shared/submissions/paper-page'
import { newId } from '@send/shared/values/ids'
import { formatDate } from '@send/shared/values/plain-date'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import type { CompleteFormProps } from '../internal-forms/CompleteForm.tsx'
import { tell } from '../internal-forms/keep-everything.ts'
import { useFinishing } from '../internal-forms/useFinishing.ts'
import { t } from './origin-words.ts'
import { listMissingOfSignature, SignatureFields, type SaidSignature } from './SignatureFields.tsx'

type Origin = NonNullable<RouterOutputs['internalForms']['get']['origin']>
type SendOnBehalfProps = CompleteFormProps & { origin: Origin }

/** Sends the form that was entered, after everything is kept and the officer said who signed it. */
export function SendOnBehalf({ origin, onCompleted, ...form }: SendOnBehalfProps) {
  const api = useApi()
  const queries = useQueryClient()
  const { listed, opened, onOpen } = form
  const { internalFormId } = form.details
  const { keeping, finish, tellWhyNot, refresh } = useFinishing(form)
  const { asksForSignature, ...said } = origin
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [signature, setSignature] = useState<SaidSignature>(asksForSignature ? undefined : null)
  const send = useMutation(
    api.onBehalf.send.mutationOptions({
      onSuccess(result) {
        onOpen(false)
        setIdempotencyKey(newId())
        switch (result.outcome) {
          case 'received': {
            const { reference, decisionDueOn: due } = result
            const message = due
              ? t('onBehalf.sentDue', { reference, due: formatDate(due) })
              : t('onBehalf.sent', { reference })
            notifications.show({ message, autoClose: 15_000 })
            refresh()
            onCompleted(undefined)
            return
          }
          case 'originChanged':
            tell(t('onBehalf.originChanged'))
            void queries.invalidateQueries(api.internalForms.get.queryFilter({ internalFormId }))
            return
          default:
            tellWhyNot(result)
        }
      },
      // With the same key: where only the answer was lost, the next try gets the receipt.
      onError: showFailure,
    }),
  )
  function confirm(): Promise<void> {
    return finish((now) =>
      send.mutate({ idempotencyKey, ...now, origin: said, signature: signature ?? null }),
    )
  }
  const hasScan = listed.some(({ questionId, counts }) => questionId === scanQuestionId && counts)
  return (
    <>
      <Button size="compact-sm" onClick={() => onOpen(true)}>
        {t('onBehalf.send')}
      </Button>
      {opened ? (
        <FormDialog
          title={t('onBehalf.sendTitle')}
          sentence={t('onBehalf.sendSentence', { received: formatDate(origin.receivedOn) })}
          confirm={t('onBehalf.sendConfirm')}
          focusesConfirm={!asksForSignature}
          busy={keeping || send.isPending}
          missing={listMissingOfSignature(signature, origin)}
          onConfirm={() => void confirm()}
          onClose={() => onOpen(false)}
        >
          {origin.channel === 'paper' && !hasScan ? <Text size="sm">{t('onBehalf.noScan')}</Text> : null}
          {asksForSignature ? (
            <SignatureFields origin={origin} signature={signature} onChange={setSignature} />
          ) : null}
        </FormDialog>
      ) : null}
    </>
  )
}
