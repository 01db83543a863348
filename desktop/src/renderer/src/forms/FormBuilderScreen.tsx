import { covers } from '@send/shared/accounts/business-processes'
import { translator } from '@send/shared/texts/translator'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Draft, KeptDraft } from '../../../main/forms/drafts.ts'
import { useApi } from '../api.ts'
import { bridge } from '../bridge.ts'
import { Empty } from '../submissions/work-list/ScreenStates.tsx'
import { ImportScreen } from './bundles/ImportScreen.tsx'
import { ConflictScreen } from './conflicts/ConflictScreen.tsx'
import { openHistory, type OpenedHistory } from './editor/keep-history.ts'
import { FormEditor } from './editor/FormEditor.tsx'
import { draftsQuery } from './list/drafts-query.ts'
import { FormList } from './list/FormList.tsx'
import type { ListedForm } from './list/listed-forms.ts'
import { VersionsScreen } from './versions/VersionsScreen.tsx'

const t = translator('en')

type Opened = { draft: Draft | KeptDraft; kept: OpenedHistory; number: number }

/** Where officers draft forms, see them as the portal will show them, and publish them. */
export function FormBuilderScreen() {
  const api = useApi()
  const queries = useQueryClient()
  const me = useQuery(api.accounts.me.queryOptions())
  // A number of its own for each opening: the editor of one draft never goes on with the state of another.
  const [opened, setOpened] = useState<Opened | undefined>(undefined)
  const [deciding, setDeciding] = useState<string | undefined>(undefined)

  const [importing, setImporting] = useState(false)
  const [versionsOf, setVersionsOf] = useState<ListedForm | undefined>(undefined)

  async function open(draft: Draft | KeptDraft) {
    const found = await bridge.drafts.history(draft.formId)
    const kept = openHistory((found.ok && found.data) || undefined, draft.definition)
    setVersionsOf(undefined)
    setImporting(false)
    setDeciding(undefined)
    setOpened((before) => ({ draft, kept, number: (before?.number ?? 0) + 1 }))
  }
  /** What was decided is on the disk already, and opens as it is there. */
  async function openKept(draft: Draft) {
    const kept = await bridge.drafts.get(draft.formId)
    await open(kept.ok && kept.data ? kept.data : draft)
  }
  function leave() {
    setOpened(undefined)
    setDeciding(undefined)
    void queries.invalidateQueries({ queryKey: draftsQuery.queryKey })
  }
  if (me.data && !covers(me.data.processes, 'formBuilder', 'write')) {
    return <Empty title={t('forms.notAllowed')} hint={t('forms.notAllowedHint')} />
  }
  if (deciding !== undefined) {
    return <ConflictScreen formId={deciding} onLeave={leave} onDone={(draft) => void openKept(draft)} />
  }
  if (importing)
    return <ImportScreen onLeave={() => setImporting(false)} onOpen={(draft) => void open(draft)} />
  if (versionsOf)
    return (
      <VersionsScreen
        form={versionsOf}
        onLeave={() => setVersionsOf(undefined)}
        onOpen={(draft) => void open(draft)}
      />
    )
  if (!opened) {
    return (
      <FormList
        onOpen={(draft) => void open(draft)}
        onDecide={setDeciding}
        onOpenVersions={setVersionsOf}
        onImport={() => setImporting(true)}
      />
    )
  }
  return (
    <FormEditor
      key={opened.number}
      draft={opened.draft}
      kept={opened.kept}
      onOpen={(draft) => void open(draft)}
      onLeave={leave}
      onDecide={setDeciding}
    />
  )
}
