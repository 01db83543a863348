import { Alert, Button, Group, Kbd, Title } from '@mantine/core'
import { canInSuspense } from '@send/shared/suspense/suspense-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApi } from '../api.ts'
import { dateInWords, momentInWords } from '../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import { CandidateTable, type Candidate } from './CandidateTable.tsx'
import { FindPerson } from './FindPerson.tsx'
import { SettleDialog } from './SettleDialog.tsx'
import { fullName } from './suspense-words.ts'
import { UndoMatch } from './undo/UndoMatch.tsx'

const t = translator('en')

type Person = { personId: string; name: string }
/** The settlement that waits for its confirmation; without a person the child is added as new. */
type Asking = { person: Person | undefined }

type SuspenseCardProps = { incomingChildId: string; onSettled: () => void }

/** One incoming child beside the people it may be; M matches the chosen one, N adds the child as new. */
export function SuspenseCard({ incomingChildId, onSettled }: SuspenseCardProps) {
  const api = useApi()
  const found = useQuery(api.suspense.get.queryOptions({ incomingChildId }))
  const [picked, setPicked] = useState<string | undefined>(undefined)
  const [asking, setAsking] = useState<Asking | undefined>(undefined)

  const mayFind = useMay('people', 'read')
  const maySettle = useMay('matching', 'write')
  const candidates = found.data?.candidates ?? []
  const chosen = candidates.find(({ person }) => person.personId === picked) ?? candidates[0]
  const state = found.data?.state
  const canMatch = maySettle && state !== undefined && chosen !== undefined && canInSuspense(state, 'match')
  const canAdd = maySettle && state !== undefined && canInSuspense(state, 'addAsNew')
  useScreenKeys({
    m: () => canMatch && setAsking({ person: nameOf(chosen) }),
    n: () => canAdd && setAsking({ person: undefined }),
  })

  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('suspense.title')} />
  const { child, settled, version } = found.data
  const childName = fullName(child)
  return (
    <section aria-label={childName}>
      <Title order={2} size="h5" mb="xs">
        {t('suspense.card', { name: childName, date: dateInWords(child.dateOfBirth) })}
      </Title>
      {settled && (
        <Alert title={t('suspense.settledTitle')} mb="sm">
          {t('suspense.alreadyHandled', { by: settled.by, when: momentInWords(settled.at) })}{' '}
          <UndoMatch incomingChildId={incomingChildId} onUndone={() => void found.refetch()} />
        </Alert>
      )}
      <CandidateTable
        child={child}
        candidates={candidates}
        chosen={chosen?.person.personId}
        onChoose={setPicked}
      />
      {candidates.length === 0 && canAdd && (
        <Empty title={t('suspense.noCandidates')} hint={t('suspense.noCandidatesHint')} />
      )}
      <Group gap="sm" mt="sm">
        {canMatch && (
          <Button
            size="xs"
            aria-keyshortcuts="m"
            onClick={() => setAsking({ person: nameOf(chosen) })}
            rightSection={<Key letter="M" />}
          >
            {t('suspense.match')}
          </Button>
        )}
        {canAdd && (
          <Button
            size="xs"
            variant="default"
            aria-keyshortcuts="n"
            onClick={() => setAsking({ person: undefined })}
            rightSection={<Key letter="N" />}
          >
            {t('suspense.addAsNew')}
          </Button>
        )}
      </Group>
      {state !== undefined && mayFind && maySettle && canInSuspense(state, 'match') && (
        <FindPerson onMatch={(person) => setAsking({ person })} />
      )}
      {asking && (
        <SettleDialog
          incomingChildId={incomingChildId}
          version={version}
          childName={childName}
          person={asking.person}
          onClose={() => setAsking(undefined)}
          onSettled={onSettled}
        />
      )}
    </section>
  )
}

function nameOf(candidate: Candidate): Person {
  return { personId: candidate.person.personId, name: fullName(candidate.person) }
}

function Key({ letter }: { letter: string }) {
  return (
    <Kbd size="xs" aria-hidden>
      {letter}
    </Kbd>
  )
}
