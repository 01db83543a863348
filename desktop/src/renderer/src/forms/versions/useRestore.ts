import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { useApi } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import { showFailure } from '../../show-failure.ts'
import { keptBeside } from '../kept-beside.ts'
import { draftsQuery } from '../list/drafts-query.ts'
import { latestVersionOf, type ListedForm } from '../list/listed-forms.ts'

const t = translator('en')

type Restore = {
  /** Restores a version; where a draft is in its way it asks first. */
  restore: (number: number) => void
  busy: boolean
  asking: { number: number; keptAs: string } | undefined
  confirm: () => void
  cancel: () => void
}

/** Opens an older version as a draft that can be published next; a draft that is there is kept beside it. */
export function useRestore(form: ListedForm, onOpen: (draft: Draft) => void): Restore {
  const { formId } = form
  const api = useApi()
  const queries = useQueryClient()
  const existing = useQuery(draftsQuery).data?.drafts.find((draft) => draft.formId === formId)
  const [asked, setAsked] = useState<{ number: number; beside: Draft } | undefined>(undefined)
  const restoring = useMutation({
    networkMode: 'always',
    mutationFn: async ({ number, beside }: { number: number; beside?: Draft }) => {
      const { definition } = await queries.fetchQuery(
        api.forms.getVersion.queryOptions({ formId, version: number }),
      )
      const kept = beside ? await bridge.drafts.save(beside) : undefined
      if (kept && !kept.ok) throw new Error(kept.error.message)
      return { formId, baseVersion: latestVersionOf(form), definition }
    },
    onSuccess: (draft, { number }) => {
      notifications.show({ message: t('versions.restored', { number }) })
      onOpen(draft)
    },
    onError: showFailure,
    onSettled: () => setAsked(undefined),
  })
  return {
    restore: (number) => {
      if (existing) {
        const { baseVersion, definition } = existing
        setAsked({ number, beside: keptBeside({ formId, baseVersion, definition }) })
      } else restoring.mutate({ number })
    },
    busy: restoring.isPending,
    asking: asked && { number: asked.number, keptAs: asked.beside.definition.title.en },
    confirm: () => {
      if (asked) restoring.mutate(asked)
    },
    cancel: () => setAsked(undefined),
  }
}
