import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import type { FillingStore } from './save-filling.ts'
import { useRefreshForms } from './useRefreshForms.ts'

const t = translator('en')

type CompleteFormProps = {
  details: RouterOutputs['internalForms']['get']
  store: FillingStore
  opened: boolean
  onOpen: (opened: boolean) => void
  onProblems: (problems: readonly Problem[]) => void
  onCompleted: (entryId: string) => void
}

/** Puts the form on the chronology, after everything that was typed is kept and somebody said so twice. */
export function CompleteForm({ details, store, opened, onOpen, ...told }: CompleteFormProps) {
  const api = useApi()
  const refresh = useRefreshForms()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const complete = useMutation(
    api.internalForms.complete.mutationOptions({
      onSuccess(result) {
        onOpen(false)
        setIdempotencyKey(newId())
        switch (result.outcome) {
          case 'completed':
            notifications.show({ message: t('filling.completed', { reference: result.reference }) })
            refresh()
            told.onCompleted(result.entryId)
            return
          case 'incomplete':
            notifications.show({ color: 'yellow', message: t('filling.incomplete') })
            told.onProblems(result.problems)
            return
          case 'changedMeanwhile':
          case 'closed': {
            const { by, at } = result
            showFailure({ message: t('filling.changedMeanwhile', { by, when: momentInWords(at) }) })
          }
        }
      },
      onError: showFailure,
    }),
  )
  async function confirm() {
    if (!(await store.flush())) {
      onOpen(false)
      showFailure({ message: t('filling.notAllKept') })
      return
    }
    const { revision } = store.view().filling
    complete.mutate({ idempotencyKey, internalFormId: details.internalFormId, revision })
  }
  return (
    <>
      <Button size="compact-sm" onClick={() => onOpen(true)}>
        {t('filling.complete')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('filling.completeTitle')}
        sentence={t('filling.completeSentence', { name: details.personName })}
        confirm={t('filling.completeConfirm')}
        busy={complete.isPending}
        onConfirm={() => void confirm()}
        onCancel={() => onOpen(false)}
      />
    </>
  )
}
