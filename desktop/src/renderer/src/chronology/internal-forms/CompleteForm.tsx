import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { keepEverything, seenFiles, tell } from './keep-everything.ts'
import type { FillingStore } from './save-filling.ts'
import type { FileStore } from './send-files.ts'
import type { FormFiles } from './useFormFiles.ts'
import { useRefreshForms } from './useRefreshForms.ts'

const t = translator('en')

type ListedFile = FormFiles['files'][number]

export type CompleteFormProps = {
  details: RouterOutputs['internalForms']['get']
  store: FillingStore
  files: FileStore
  listed: readonly ListedFile[]
  opened: boolean
  onOpen: (opened: boolean) => void
  onProblems: (problems: readonly Problem[]) => void
  /** With its entry, if it stands on the chronology. */
  onCompleted: (entryId: string | undefined) => void
}

/** Puts the form on the chronology, after everything that was typed is kept and somebody said so twice. */
export function CompleteForm({ details, store, files, listed, opened, onOpen, ...told }: CompleteFormProps) {
  const api = useApi()
  const refresh = useRefreshForms()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const [keeping, setKeeping] = useState(false)
  const listKey = api.internalForms.listFiles.queryKey({ internalFormId: details.internalFormId })
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
    setKeeping(true)
    const missing = await keepEverything(store, files)
    setKeeping(false)
    if (missing) {
      onOpen(false)
      tell(missing)
      return
    }
    const { internalFormId } = details
    const { revision } = store.view().filling
    const fileIds = seenFiles(queries.getQueryData(listKey)?.files ?? listed)
    complete.mutate({ idempotencyKey, internalFormId, revision, fileIds })
  }
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
        onConfirm={() => void confirm()}
        onCancel={() => onOpen(false)}
      />
    </>
  )
}
