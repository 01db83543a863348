import type { Problem } from '@send/shared/forms/questions/question-parts'
import { translator } from '@send/shared/texts/translator'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { keepEverything, seenFiles, tell } from './keep-everything.ts'
import type { FillingStore } from './save-filling.ts'
import type { FileStore } from './send-files.ts'
import type { FormFiles } from './useFormFiles.ts'
import { useRefreshForms } from './useRefreshForms.ts'

const t = translator('en')

export type FinishingProps = {
  details: RouterOutputs['internalForms']['get']
  store: FillingStore
  files: FileStore
  listed: readonly FormFiles['files'][number][]
  opened: boolean
  onOpen: (opened: boolean) => void
  onProblems: (problems: readonly Problem[]) => void
}

/** Why a form was not finished, whether it is completed or sent. */
type NotFinished =
  | { outcome: 'incomplete'; problems: readonly Problem[] }
  | { outcome: 'filesChecking' | 'filesChanged' }
  | { outcome: 'changedMeanwhile' | 'closed'; by: string; at: string }

/** What the ways to finish a form have in common: first everything is kept, and whatever stands against it is told. */
export function useFinishing({ details, store, files, listed, onOpen, onProblems }: FinishingProps) {
  const api = useApi()
  const queries = useQueryClient()
  const refresh = useRefreshForms()
  const [keeping, setKeeping] = useState(false)
  const { internalFormId } = details

  /** Keeps all that was typed and chosen, then finishes the form as it is now; tells what could not be kept. */
  async function finish(
    send: (form: { internalFormId: string; revision: number; fileIds: string[] }) => void,
  ) {
    setKeeping(true)
    const missing = await keepEverything(store, files)
    setKeeping(false)
    if (missing) {
      onOpen(false)
      tell(missing)
      return
    }
    const { revision } = store.view().filling
    const known = queries.getQueryData(api.internalForms.listFiles.queryKey({ internalFormId }))
    send({ internalFormId, revision, fileIds: seenFiles(known?.files ?? listed) })
  }

  function tellWhyNot(result: NotFinished): void {
    switch (result.outcome) {
      case 'incomplete':
        tell(t('filling.incomplete'))
        onProblems(result.problems)
        return
      case 'filesChecking':
      case 'filesChanged':
        tell(t(`filling.${result.outcome}`))
        refresh()
        return
      case 'changedMeanwhile':
      case 'closed': {
        const { by, at } = result
        showFailure({ message: t('filling.changedMeanwhile', { by, when: momentInWords(at) }) })
      }
    }
  }
  return { keeping, finish, tellWhyNot, refresh }
}
