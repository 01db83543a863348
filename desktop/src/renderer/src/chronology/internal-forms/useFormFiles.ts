import type { AppRouter } from '@send/server/router'
import { notifications } from '@mantine/notifications'
import { findQuestion, type FormDefinition } from '@send/shared/forms/form-definition'
import { mostBytesOf } from '@send/shared/submissions/file-settings'
import { translator } from '@send/shared/texts/translator'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'

import { apiClient, useApi, type RouterOutputs } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import type { ShownFile } from '../../forms/filling/fill-message.ts'
import { showFailure } from '../../show-failure.ts'
import { areFilesKept, startSendingFiles, type FileStore, type FilesView } from './send-files.ts'

const t = translator('en')

type ApiError = TRPCClientError<AppRouter>
export type FormFiles = RouterOutputs['internalForms']['listFiles']

/** What is still on its way when a form is left, by who chose it; in this window's memory alone. */
const stores = new Map<string, FileStore>()

const firstLook = 2000 // milliseconds
const longestPause = 30_000 // milliseconds

/** The files of a form as the server has them, asked for again while one waits for its verdict, ever less often. */
export function useListedFiles(internalFormId: string) {
  const api = useApi()
  return useQuery(
    api.internalForms.listFiles.queryOptions(
      { internalFormId },
      {
        refetchInterval({ state: { data, dataUpdateCount } }) {
          const waits = data?.files.some(({ state }) => state === 'checking')
          return waits ? Math.min(firstLook + 250 * dataUpdateCount, longestPause) : false
        },
      },
    ),
  )
}

type Form = { internalFormId: string; definition: FormDefinition }

/** Sends the files of a form while it is filled in, and goes on when it is left. */
export function useFormFiles(form: Form, userId: string, fileLimits: FormFiles['fileLimits']) {
  const { internalFormId } = form
  const place = `${userId} ${internalFormId}`
  const api = useApi()
  const queries = useQueryClient()
  const [store] = useState(() => {
    const known = stores.get(place)
    const refresh = () =>
      queries.invalidateQueries(api.internalForms.listFiles.queryFilter({ internalFormId }))
    return known ?? open(form, fileLimits, refresh)
  })
  const view = useSyncExternalStore(store.subscribe, store.view)
  useEffect(() => {
    stores.set(place, store)
    store.sendAgain()
    const stopHearing = bridge.connection.onChange((connected) => void (connected && store.sendAgain()))
    function onUnload(event: BeforeUnloadEvent) {
      if (!areFilesKept(store.view())) event.preventDefault()
    }
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      stopHearing()
      void store.flush().then((kept) => {
        if (kept && stores.get(place) === store) stores.delete(place)
      })
    }
  }, [store, place])
  return { store, view }
}

function open(
  { internalFormId, definition }: Form,
  fileLimits: FormFiles['fileLimits'],
  refresh: () => Promise<void>,
): FileStore {
  return startSendingFiles({
    refresh,
    async send(questionId, file) {
      const question = findQuestion(definition, questionId)
      // The server looks itself; this saves the time of sending what it would not take.
      if (question?.type === 'file' && file.size > mostBytesOf(question, fileLimits)) return 'tooBig'
      const bytes = new Uint8Array(await file.arrayBuffer())
      const answer = await bridge.files.send({ internalFormId, questionId, name: file.name, bytes })
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.data
    },
    async describe(fileId, description) {
      try {
        await apiClient.internalForms.describeFile.mutate({ internalFormId, fileId, description })
      } catch (error) {
        const id = error instanceof TRPCClientError ? (error as ApiError).data?.id : undefined
        // The file, or the form, is no longer there to be described: trying again would never end.
        if (id !== 'not-found' && id !== 'conflict') throw error
        showFailure(error as ApiError)
      }
    },
    onUnseen(name) {
      notifications.show({ color: 'red', message: t('filling.fileUnseen', { name }), autoClose: false })
    },
  })
}

/** The files of the form for its page: those that the server has, and those that are on their way. */
export function useShownFiles(files: FormFiles['files'], { sendings, words }: FilesView): ShownFile[] {
  return useMemo(
    () => [
      ...files.map((file): ShownFile => ({
        key: file.fileId,
        questionId: file.questionId,
        name: file.name,
        size: file.size,
        description: words[file.fileId] ?? file.description ?? '',
        stage: file.state,
        why: file.refusal ?? '',
        mayOpen: file.mayOpen,
      })),
      ...sendings.map(({ key, questionId, file, stage, why }): ShownFile => {
        const { name, size } = file
        return { key, questionId, name, size, description: '', stage, why, mayOpen: false }
      }),
    ],
    [files, sendings, words],
  )
}
