import { Alert } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { areDatesInOrder } from '@send/shared/forms/form-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import { LiveDateBoxes } from '../fields/LiveDateBoxes.tsx'
import type { ListedForm } from './listed-forms.ts'

const t = translator('en')

/** Changes between which days a published form may be started. */
export function LiveDatesDialog({ form, onClose }: { form: ListedForm; onClose: () => void }) {
  const { formId, title } = form
  const api = useApi()
  const queries = useQueryClient()
  const [dates, setDates] = useState({ liveFrom: form.liveFrom, liveUntil: form.liveUntil })
  const change = useMutation(
    api.forms.setLiveDates.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: t('forms.datesSaved', { title }) })
        onClose()
      },
      onSettled: () => queries.invalidateQueries(api.forms.pathFilter()),
    }),
  )
  return (
    <FormDialog
      title={t('forms.datesTitle', { title })}
      sentence={t('forms.datesSentence')}
      confirm={t('forms.datesSave')}
      busy={change.isPending}
      missing={areDatesInOrder(dates) ? [] : [t('forms.datesNeeded')]}
      onConfirm={() => change.mutate({ formId, dates })}
      onClose={onClose}
    >
      <LiveDateBoxes dates={dates} onChange={setDates} />
      {change.error && (
        <Alert color="red" role="alert" title={t('casework.failed')}>
          {change.error.message}
        </Alert>
      )}
    </FormDialog>
  )
}
