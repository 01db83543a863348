import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { useApi, type RouterOutputs } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import type { Autosave } from '../editor/autosave.ts'
import { titleOfForm } from '../editor/outline-items.ts'
import type { PublicationKeys } from './publication-keys.ts'

const t = translator('en')

export type PublishAnswer = RouterOutputs['forms']['publish']

type PublishForm = {
  publish: (live: boolean) => void
  busy: boolean
  answer: PublishAnswer | undefined
  error: { message: string } | null
}

/** Publishes the draft once, however often the same draft is tried again; then it leaves this computer. */
export function usePublishForm(
  draft: Draft,
  { autosave, keys, onPublished }: { autosave: Autosave; keys: PublicationKeys; onPublished: () => void },
): PublishForm {
  const api = useApi()
  const queries = useQueryClient()
  const publication = useMutation(
    api.forms.publish.mutationOptions({
      onSuccess: async (answer, { live }) => {
        keys.answered()
        if (answer.outcome !== 'published') return
        autosave.stop()
        const removed = await bridge.drafts.remove(draft.formId)
        const words = { title: titleOfForm(draft.definition), number: answer.version }
        notifications.show({ message: t(live ? 'forms.publishedLive' : 'forms.publishedNotLive', words) })
        if (!removed.ok) {
          const message = t('forms.draftLeft', { sentence: removed.error.message })
          notifications.show({ color: 'red', message, autoClose: false })
        }
        onPublished()
      },
      onSettled: () => queries.invalidateQueries(api.forms.pathFilter()),
    }),
  )
  function publish(live: boolean) {
    const { formId, baseVersion, definition } = draft
    const input = { formId, baseVersion, definition, live }
    publication.mutate({ idempotencyKey: keys.keyFor(input), ...input })
  }
  return { publish, busy: publication.isPending, answer: publication.data, error: publication.error }
}
