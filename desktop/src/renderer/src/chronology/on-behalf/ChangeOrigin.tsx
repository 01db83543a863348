import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { FormOrigin } from '@send/shared/submissions/form-origin'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { useRefreshForms } from '../internal-forms/useRefreshForms.ts'
import { listMissing, t } from './origin-words.ts'
import { OriginFields } from './OriginFields.tsx'

type Origin = NonNullable<RouterOutputs['internalForms']['get']['origin']>
type ChangeOriginProps = { internalFormId: string; origin: Origin }

/** Puts right where the form came from while it is entered. */
export function ChangeOrigin({ internalFormId, origin: told }: ChangeOriginProps) {
  const { asksForSignature: _, ...known } = told
  const api = useApi()
  const refresh = useRefreshForms()
  const queries = useQueryClient()
  const today = dateInLondon(useNow())
  const [origin, setOrigin] = useState<FormOrigin | undefined>(undefined)
  const change = useMutation(
    api.onBehalf.changeOrigin.mutationOptions({
      onSuccess(result) {
        setOrigin(undefined)
        if (result.outcome === 'closed') {
          const { by, at } = result
          showFailure({ message: t('filling.changedMeanwhile', { by, when: momentInWords(at) }) })
          return
        }
        notifications.show({ message: t('onBehalf.originKept') })
        void queries.invalidateQueries(api.internalForms.get.queryFilter({ internalFormId }))
        refresh()
      },
      onError: showFailure,
    }),
  )
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOrigin(known)}>
        {t('onBehalf.changeOrigin')}
      </Button>
      {origin ? (
        <FormDialog
          wide
          title={t('onBehalf.changeOriginTitle')}
          confirm={t('onBehalf.changeOriginConfirm')}
          busy={change.isPending}
          missing={listMissing(origin, today)}
          onConfirm={() => change.mutate({ internalFormId, origin })}
          onClose={() => setOrigin(undefined)}
        >
          <OriginFields origin={origin} today={today} onChange={setOrigin} />
        </FormDialog>
      ) : null}
    </>
  )
}
