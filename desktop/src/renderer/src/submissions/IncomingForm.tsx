import { Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '../api.ts'
import { OriginLine } from '../chronology/on-behalf/OriginLine.tsx'
import { personName } from '../people/person-words.ts'
import { PersonFacts } from '../people/PersonFacts.tsx'
import { UndoMatch } from '../suspense/undo/UndoMatch.tsx'
import { ApproveForm } from './ApproveForm.tsx'
import classes from './submissions.module.css'
import { SubmittedForm } from './SubmittedForm.tsx'
import { Empty, Failed, Waiting } from './work-list/ScreenStates.tsx'
import { When } from './work-list/When.tsx'

const t = translator('en')

type IncomingFormProps = { submissionId: string; onHandled: () => void }

/** The reading pane: the form as submitted beside the record of the person it is about. */
export function IncomingForm({ submissionId, onHandled }: IncomingFormProps) {
  const api = useApi()
  const found = useQuery(api.chronology.getIncoming.queryOptions({ submissionId }))
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('incoming.title')} />
  const form = found.data
  return (
    <article className={classes.reading} aria-label={form.reference}>
      <div>
        <Title order={2} size="h5">
          {form.reference} · {form.formTitle}
        </Title>
        {form.origin ? (
          <OriginLine origin={form.origin} />
        ) : (
          <Text size="sm" mb="xs">
            {t('incoming.submittedBy', { email: form.submitterEmail })}, <When at={form.submittedAt} />
          </Text>
        )}
        <ApproveForm form={form} onHandled={onHandled} />
        <SubmittedForm
          definition={form.definition}
          answers={form.answers}
          files={form.files}
          sources={form.sources}
        />
      </div>
      <aside aria-label={t('incoming.person')}>
        <Title order={3} size="h6" mb="xs">
          {t('incoming.person')}
        </Title>
        {form.person ? (
          <>
            <Text fw={600}>{personName(form.person)}</Text>
            <PersonFacts person={form.person} />
            <UndoMatch incomingChildId={form.incomingChildId} onUndone={() => void found.refetch()} />
          </>
        ) : (
          <Empty title={t('incoming.noPerson')} hint={t('incoming.noPersonHint')} />
        )}
      </aside>
    </article>
  )
}
