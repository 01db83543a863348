import { notifications } from '@mantine/notifications'
import { listChanges } from '@send/shared/forms/merging/list-changes'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import type { Officer, SharedDraft } from '@send/shared/forms/shared-draft'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import type { SyncState, WholeDraft } from '../../../../main/forms/drafts.ts'
import { bridge } from '../../bridge.ts'
import { changesInWords } from '../conflicts/changes-in-words.ts'
import type { FormEditing } from './useFormEditing.ts'

const t = translator('en')

const presenceEvery = 5000 // milliseconds

/** What is known of the draft beyond this window, as of the save at `changedAt`. */
type Known = { sync: SyncState; changedAt: string }

type Colleagues = {
  known: Known | undefined
  /** The others who have the draft open. */
  people: readonly Officer[]
  /** Their removal is overruled: the draft goes on for everybody. */
  keep: () => void
}

/** The colleagues at the same draft: who they are, and their changes, which come in while one works on. */
export function useColleagues(
  formId: string,
  editing: FormEditing,
  onBaseVersion: (version: number) => void,
): Colleagues {
  const [known, setKnown] = useState<Known | undefined>(undefined)
  const removal = useRef<SharedDraft | undefined>(undefined)
  const hear = useRef<(whole: WholeDraft) => void>(() => {})
  useEffect(() => {
    hear.current = (whole) => {
      const { base, theirs } = whole
      removal.current = theirs?.closed === 'removed' ? theirs : undefined
      if (base && theirs && !removal.current && editing.takenIn !== theirs.revision) {
        const merge = (mine: typeof base) => mergeDrafts({ base, mine, theirs: theirs.definition })
        if (merge(editing.definition).conflicts.length === 0) {
          editing.takeIn(theirs.revision, (present) => merge(present).definition)
          if (theirs.baseVersion !== null) onBaseVersion(theirs.baseVersion)
          tellOf(theirs, base)
          return
        }
      }
      setKnown({ sync: whole.sync, changedAt: whole.changedAt })
    }
  })
  useEffect(() => {
    let isOpen = true
    async function look(): Promise<void> {
      const answer = await bridge.drafts.get(formId)
      if (isOpen && answer.ok && answer.data) hear.current(answer.data)
    }
    const stop = bridge.drafts.onChange(() => void look())
    void bridge.drafts.watch(formId).then(look)
    return () => {
      isOpen = false
      stop()
      void bridge.drafts.watch()
    }
  }, [formId])
  const { data: people } = useQuery({
    queryKey: ['drafts', 'presence', formId],
    queryFn: async () => {
      const answer = await bridge.drafts.presence(formId)
      return answer.ok ? answer.data : []
    },
    refetchInterval: presenceEvery,
    staleTime: 0,
  })
  return {
    known,
    people: people ?? [],
    keep() {
      if (removal.current) editing.takeIn(removal.current.revision, (present) => present)
    },
  }
}

function tellOf(theirs: SharedDraft, base: SharedDraft['definition']): void {
  const changes = changesInWords(listChanges(base, theirs.definition))
  if (changes === '') return
  const message = t('drafts.takenIn', { name: theirs.changedBy.name, changes })
  notifications.show({ id: `taken-in-${theirs.formId}`, message, autoClose: 15_000 })
}
