import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { useApi } from '../../api.ts'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { AcceptAll } from './AcceptAll.tsx'
import { originInWords, type Conflict, type MatchConflictsData } from './conflict-words.ts'
import { ConflictTable } from './ConflictTable.tsx'
import { TakenOver } from './TakenOver.tsx'
import { canChoose, useDecisions, type Choice } from './useDecisions.ts'
import { useResolve } from './useResolve.ts'

const t = translator('en')

type MatchConflictsProps = { incomingChildId: string; onDone: () => void }

/** What one matched child told otherwise than its person, to be decided. */
export function MatchConflicts({ incomingChildId, onDone }: MatchConflictsProps) {
  const api = useApi()
  const found = useQuery(api.importConflicts.get.queryOptions({ incomingChildId }))
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('importConflicts.title')} />
  return <Loaded match={found.data} onDone={onDone} />
}

/** 1 keeps ours, 2 accepts, 3 leaves for later, the arrows walk; nothing is done before Apply. */
function Loaded({ match, onDone }: { match: MatchConflictsData; onDone: () => void }) {
  const { open, personName, incomingChildId } = match
  const mayDecide = useMay('matching', 'write')
  const deciding = useDecisions(open)
  const resolving = useResolve({ incomingChildId, personName }, onDone)
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [accepting, setAccepting] = useState(false)
  const ids = open.map(({ conflictId }) => conflictId)
  const current = open.find(({ conflictId }) => conflictId === chosen) ?? open[0]

  function decide(conflict: Conflict, choice: Choice) {
    deciding.decide(conflict, choice)
    setChosen(conflict.conflictId)
  }
  function decideCurrent(choice: Choice) {
    if (!current || !mayDecide || !canChoose(current, choice)) return
    deciding.decide(current, choice)
    setChosen(stepInList(ids, current.conflictId, 1))
  }
  useScreenKeys({
    ArrowDown: () => setChosen(stepInList(ids, current?.conflictId, 1)),
    ArrowUp: () => setChosen(stepInList(ids, current?.conflictId, -1)),
    '1': () => decideCurrent('keep'),
    '2': () => decideCurrent('accept'),
    '3': () => decideCurrent('later'),
  })
  const acceptable = open.filter((conflict) => canChoose(conflict, 'accept'))
  const acceptAll = () =>
    resolving.resolve(
      acceptable.map(({ conflictId, seen }) => ({ conflictId, seen, decision: 'accept' as const })),
    )
  return (
    <section aria-label={personName}>
      <Title order={2} size="h5">
        {t('importConflicts.card', { person: personName, date: dateInWords(match.dateOfBirth) })}
      </Title>
      <Text size="sm" mb="xs">
        {originInWords(match)}
      </Text>
      {resolving.refusal && (
        <Alert color="yellow" role="alert" mb="xs" p="xs">
          {resolving.refusal}
        </Alert>
      )}
      {open.length === 0 ? (
        <Empty title={t('importConflicts.nothingLeft')} hint={t('importConflicts.nothingLeftHint')} />
      ) : (
        <>
          <ConflictTable
            personName={personName}
            open={open}
            current={current}
            deciding={deciding}
            onDecide={mayDecide ? decide : undefined}
          />
          {mayDecide && (
            <Group gap="sm" my="sm">
              <Button
                size="xs"
                disabled={deciding.left > 0 || deciding.decisions.length === 0}
                loading={resolving.busy}
                onClick={() => resolving.resolve(deciding.decisions)}
              >
                {t('importConflicts.apply')}
              </Button>
              <output>
                {deciding.left === 0
                  ? t('importConflicts.none')
                  : t('importConflicts.left', { count: deciding.left, total: open.length })}
              </output>
              <Button
                size="xs"
                variant="default"
                onClick={() => open.forEach((conflict) => deciding.decide(conflict, 'keep'))}
              >
                {t('importConflicts.keepAll')}
              </Button>
              {acceptable.length > 0 && (
                <Button size="xs" variant="default" onClick={() => setAccepting(true)}>
                  {t('importConflicts.acceptAll')}
                </Button>
              )}
            </Group>
          )}
        </>
      )}
      <TakenOver match={match} />
      {accepting && (
        <AcceptAll
          personName={personName}
          open={open}
          busy={resolving.busy}
          onConfirm={() => {
            setAccepting(false)
            acceptAll()
          }}
          onClose={() => setAccepting(false)}
        />
      )}
    </section>
  )
}
