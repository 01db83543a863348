import { Button } from '@mantine/core'
import { newId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { useRefreshForms } from '../internal-forms/useRefreshForms.ts'
import { ChooseLiveForm, useLiveForm } from './ChooseLiveForm.tsx'
import { listMissing, t } from './origin-words.ts'
import { emptyOrigin, OriginFields } from './OriginFields.tsx'

type StartOnBehalfProps = {
  /** The record from which it is begun: its child is named in the form. */
  personId?: string
  onStarted: (internalFormId: string) => void
}

/** The button that begins a form for somebody who gave it on paper or said it; nothing for who may not. */
export function StartOnBehalf(props: StartOnBehalfProps) {
  const [asking, setAsking] = useState(false)
  const mayEnter = useMayEnter()
  if (!mayEnter) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('onBehalf.start')}
      </Button>
      {asking ? <SayWhence {...props} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

/** Whether the officer may enter forms for others: it needs two processes. */
export function useMayEnter(): boolean {
  const completes = useMay('completeForms', 'write')
  const manages = useMay('manageIncomingForms', 'write')
  return completes && manages
}

function SayWhence({ personId, onStarted, onClose }: StartOnBehalfProps & { onClose: () => void }) {
  const api = useApi()
  const refresh = useRefreshForms()
  const today = dateInLondon(useNow())
  const { formId, choose } = useLiveForm()
  const [origin, setOrigin] = useState(emptyOrigin)
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const start = useMutation(
    api.onBehalf.start.mutationOptions({
      onSuccess({ internalFormId }) {
        refresh()
        onStarted(internalFormId)
      },
      onError(error) {
        // What is corrected after that is another request.
        setIdempotencyKey(newId())
        showFailure(error)
      },
    }),
  )
  const missing = [...(formId === '' ? [t('onBehalf.missing.form')] : []), ...listMissing(origin, today)]
  return (
    <FormDialog
      wide
      title={t('onBehalf.startTitle')}
      sentence={t('onBehalf.startSentence')}
      confirm={t('onBehalf.startConfirm')}
      busy={start.isPending}
      missing={missing}
      onConfirm={() =>
        start.mutate({ idempotencyKey, formId, origin, ...(personId === undefined ? {} : { personId }) })
      }
      onClose={onClose}
    >
      <ChooseLiveForm formId={formId} onChoose={choose} />
      <OriginFields origin={origin} today={today} onChange={setOrigin} />
    </FormDialog>
  )
}
