import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { bridge } from '../../bridge.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import builder from '../form-builder.module.css'
import { DraftConflicts } from './DraftConflicts.tsx'

const t = translator('en')

type ConflictScreenProps = { formId: string; onLeave: () => void; onDone: (draft: Draft) => void }

/** Where an officer decides what contradicts a colleague’s changes; whoever leaves finds all decisions again. */
export function ConflictScreen({ formId, onLeave, onDone }: ConflictScreenProps) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['drafts', 'whole', formId],
    queryFn: async () => {
      const answer = await bridge.drafts.get(formId)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.data
    },
    staleTime: 0,
    gcTime: 0,
  })
  useEffect(() => bridge.drafts.onChange(() => void refetch()), [refetch])
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting what={t('conflicts.list')} />
  if (data?.base && data.theirs) {
    const draft = { ...data, base: data.base }
    // Newer changes of the colleague are another question: their decisions begin anew where they differ.
    const key = `${data.theirs.revision} ${data.changedAt}`
    return (
      <DraftConflicts
        key={key}
        draft={draft}
        onLeave={onLeave}
        onDone={onDone}
        onStale={() => void refetch()}
      />
    )
  }
  return (
    <div className={builder.list}>
      <div className={builder.bar}>
        <Button size="compact-xs" variant="default" onClick={onLeave}>
          {t('conflicts.back')}
        </Button>
        <h1 className={builder.heading}>{t('conflicts.gone')}</h1>
      </div>
      <Empty title={t('conflicts.gone')} hint={t('conflicts.goneHint')} />
    </div>
  )
}
