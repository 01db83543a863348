import { Button, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { SubmittedForm } from '../submissions/SubmittedForm.tsx'
import { Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { UndoMatch } from '../suspense/undo/UndoMatch.tsx'
import { AccessInWords } from './AccessInWords.tsx'
import { InternalEntryBar } from './internal-forms/InternalEntryBar.tsx'
import { OriginLine } from './on-behalf/OriginLine.tsx'

const t = translator('en')

type ChronologyEntryProps = {
  entryId: string
  onBack: () => void
  /** Away from the person, who may be there no more. */
  onLeave: () => void
  onAmend: (internalFormId: string) => void
  onOpenEntry: (entryId: string) => void
}

/** A form on the chronology: its answers, its files, and who can see it. */
export function ChronologyEntry({ entryId, onBack, onLeave, ...opens }: ChronologyEntryProps) {
  const api = useApi()
  const found = useQuery(api.chronology.getEntry.queryOptions({ entryId }))
  return (
    <>
      <Button size="compact-xs" variant="default" mb="xs" data-no-print onClick={onBack}>
        {t('chronology.back')}
      </Button>
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting what={t('chronology.form')} />}
      {found.data && (
        <article aria-label={found.data.reference}>
          <Title order={2} size="h5">
            {found.data.reference} · {found.data.title}
          </Title>
          <p>{t('filling.version', { version: found.data.formVersion })}</p>
          <OriginLine origin={found.data.origin} />
          <InternalEntryBar entry={found.data} {...opens} />
          <UndoMatch
            incomingChildId={found.data.incomingChildId}
            onUndone={({ personRemoved }) => (personRemoved ? onLeave() : onBack())}
          />
          <AccessInWords entryId={entryId} reference={found.data.reference} />
          <SubmittedForm
            definition={found.data.definition}
            answers={found.data.answers}
            files={found.data.files}
            sources={found.data.sources}
          />
        </article>
      )}
    </>
  )
}
