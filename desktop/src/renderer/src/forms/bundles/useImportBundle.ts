import { notifications } from '@mantine/notifications'
import type { ImportChoices } from '@send/shared/forms/bundles/adapt-definition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { useApi } from '../../api.ts'
import { bridge } from '../../bridge.ts'
import { showFailure } from '../../show-failure.ts'
import { titleOfForm } from '../editor/outline-items.ts'
import type { ImportTarget } from './useImportPlan.ts'

const t = translator('en')

type Importing = {
  target: ImportTarget | undefined
  newFormId: string
  definition: FormDefinition
  choices: ImportChoices
}

type UseImportBundle = {
  bundle: string
  onImported: (draft: Draft) => void
  /** What was looked at is no longer so. */
  onAgain: () => void
}

/** Imports a bundle once, however often it is retried; the draft comes to this computer as a colleague's would. */
export function useImportBundle({ bundle, onImported, onAgain }: UseImportBundle) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const tell = (message: string) => notifications.show({ color: 'yellow', message, autoClose: false })
  const { mutate, isPending } = useMutation(
    api.forms.importBundle.mutationOptions({
      onSuccess: async (result, { formId, baseVersion, definition }) => {
        // A refusal is an answer too: what is sent next is another request.
        setIdempotencyKey(newId())
        switch (result.outcome) {
          case 'imported': {
            notifications.show({ message: t('bundles.done', { title: titleOfForm(definition) }) })
            return onImported(await fetchDraft(formId, { formId, baseVersion, definition }))
          }
          case 'refused':
            return tell(result.sentence)
          case 'codeTaken':
            tell(t('bundles.codeTaken'))
            return onAgain()
          case 'behind':
            tell(t('bundles.behind'))
            return onAgain()
          case 'untrusted':
            return onAgain()
        }
      },
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.forms.pathFilter()),
    }),
  )
  return {
    busy: isPending,
    importBundle: ({ target, newFormId, definition, choices }: Importing, onAnswer: () => void) =>
      mutate(
        {
          idempotencyKey,
          bundle,
          formId: target?.formId ?? newFormId,
          baseRevision: target?.draftRevision ?? 0,
          baseVersion: target?.baseVersion ?? null,
          definition,
          choices,
        },
        { onSuccess: onAnswer },
      ),
  }
}

/** The draft as it came to this computer; what was sent, where the server went away in this moment. */
async function fetchDraft(formId: string, sent: Draft): Promise<Draft> {
  const here = await bridge.drafts.get(formId)
  await (here.ok && here.data ? bridge.drafts.sync() : bridge.drafts.fetch(formId))
  const kept = await bridge.drafts.get(formId)
  return kept.ok && kept.data ? kept.data : sent
}
