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
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import type { CompleteFormProps } from '../internal-forms/CompleteForm.tsx'
import { keepEverything, seenFiles, tell } from '../internal-forms/keep-everything.ts'
import { useRefreshForms } from '../internal-forms/useRefreshForms.ts'
import { t } from './origin-words.ts'
import { listMissingOfSignature, SignatureFields, type SaidSignature } from './SignatureFields.tsx'

type Origin = NonNullable<RouterOutputs['internalForms']['get']['origin']>
type SendOnBehalfProps = CompleteFormProps & { origin: Origin }

/** Sends the form that was entered, after everything is kept and the officer said who signed it. */
export function SendOnBehalf({
  details,
  origin,
  store,
  files,
  listed,
  opened,
  onOpen,
  ...told
}: SendOnBehalfProps) {
  const api = useApi()
  const refresh = useRefreshForms()
  const queries = useQueryClient()
  const { internalFormId } = details
  const { asksForSignature, ...said } = origin
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [keeping, setKeeping] = useState(false)
  const [signature, setSignature] = useState<SaidSignature>(asksForSignature ? undefined : null)
  const listKey = api.internalForms.listFiles.queryKey({ internalFormId })
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
            told.onCompleted(undefined)
            return
          }
          case 'incomplete':
            tell(t('filling.incomplete'))
            told.onProblems(result.problems)
            return
          case 'filesChecking':
            tell(t('filling.filesChecking'))
            refresh()
            return
          case 'filesChanged':
            tell(t('filling.filesChanged'))
            refresh()
            return
          case 'originChanged':
            tell(t('onBehalf.originChanged'))
            void queries.invalidateQueries(api.internalForms.get.queryFilter({ internalFormId }))
            return
          case 'changedMeanwhile':
          case 'closed': {
            const { by, at } = result
            showFailure({ message: t('filling.changedMeanwhile', { by, when: momentInWords(at) }) })
          }
        }
      },
      onError(error) {
        setIdempotencyKey(newId())
        showFailure(error)
      },
    }),
  )
  async function confirm() {
    setKeeping(true)
    const missing = await keepEverything(store, files)
    setKeeping(false)
    if (missing) {
      onOpen(false)
      tell(missing)
      return
    }
    const { revision } = store.view().filling
    const fileIds = seenFiles(queries.getQueryData(listKey)?.files ?? listed)
    send.mutate({
      idempotencyKey,
      internalFormId,
      revision,
      fileIds,
      origin: said,
      signature: signature ?? null,
    })
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
