import { notifications } from '@mantine/notifications'
import type { AccessibilityCheck } from '@send/shared/forms/gate/accessibility-check'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { useApi, type RouterOutputs } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import type { Autosave } from '../editor/autosave.ts'
import { titleOfForm } from '../editor/outline-items.ts'
import type { PublicationKeys } from './publication-keys.ts'
import type { Timing } from './PublishTiming.tsx'

const t = translator('en')

export type PublishAnswer = RouterOutputs['forms']['publish']

/** From when on the version is filled in, and whose forms in progress go on in it. */
export type Publication = { timing: Timing; internal: boolean; askOnlyChanged: number[] }

type PublishForm = {
  publish: (publication: Publication, accessibilityCheck: AccessibilityCheck) => void
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
  const publishing = useMutation(
    api.forms.publish.mutationOptions({
      onMutate: () => synchronised(draft.formId, autosave),
      onSuccess: async (answer, { live, effectiveFrom }) => {
        keys.answered()
        if (answer.outcome !== 'published') return
        autosave.stop()
        const removed = await bridge.drafts.forget(draft.formId)
        const words = { title: titleOfForm(draft.definition), number: answer.version }
        notifications.show({ message: t(saidOf(effectiveFrom !== undefined, live), words) })
        if (!removed.ok) {
          const message = t('forms.draftLeft', { sentence: removed.error.message })
          notifications.show({ color: 'red', message, autoClose: false })
        }
        // The list asked for earlier still has the draft that was shared.
        queries.removeQueries(api.forms.listDrafts.pathFilter())
        onPublished()
      },
      onSettled: () => queries.invalidateQueries(api.forms.pathFilter()),
    }),
  )
  function publish(publication: Publication, accessibilityCheck: AccessibilityCheck) {
    const { timing, internal, askOnlyChanged } = publication
    const { formId, baseVersion, definition } = draft
    const { live, dates, effectiveFrom } = timing
    const when = internal ? { live: false, effectiveFrom } : { live, dates }
    const input = { formId, baseVersion, definition, askOnlyChanged, accessibilityCheck, ...when }
    publishing.mutate({ idempotencyKey: keys.keyFor(input), ...input })
  }
  return { publish, busy: publishing.isPending, answer: publishing.data, error: publishing.error }
}

function saidOf(internal: boolean, live: boolean) {
  if (internal) return 'forms.publishedInternal'
  return live ? 'forms.publishedLive' : 'forms.publishedNotLive'
}

/** What is published is what colleagues have too; changes of theirs that came in meanwhile are looked at first. */
async function synchronised(formId: string, autosave: Autosave): Promise<void> {
  await autosave.flush()
  await bridge.drafts.sync()
  const kept = await bridge.drafts.get(formId)
  const theirs = kept.ok ? kept.data?.theirs : undefined
  if (theirs) throw new Error(t('drafts.publishBehind', { name: theirs.changedBy.name }))
}
