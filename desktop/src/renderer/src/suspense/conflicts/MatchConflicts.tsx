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
import { originInWords, type MatchConflictsData } from './conflict-words.ts'
import classes from './conflicts.module.css'
import { ConflictTable } from './ConflictTable.tsx'
import { FamilyConflictTable } from './FamilyConflictTable.tsx'
import { TakenOver } from './TakenOver.tsx'
import { canChoose, useDecisions, type Choice } from './useDecisions.ts'
import {
  additionOf,
  asksTarget,
  canChooseForFamily,
  proposeTarget,
  useFamilyDecisions,
  type FamilyChoice,
} from './useFamilyDecisions.ts'
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

/** 1 keeps ours, 2 accepts or adds, 3 leaves for later, 4 replaces a contact, the arrows walk; nothing is done before Apply. */
function Loaded({ match, onDone }: { match: MatchConflictsData; onDone: () => void }) {
  const { open, openFamily, personName, incomingChildId } = match
  const mayDecide = useMay('matching', 'write')
  const deciding = useDecisions(open)
  const family = useFamilyDecisions(openFamily)
  const resolving = useResolve({ incomingChildId, personName }, onDone)
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [accepting, setAccepting] = useState(false)
  const ids = [...open, ...openFamily].map(({ conflictId }) => conflictId)
  const currentId = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0]
  const current = open.find(({ conflictId }) => conflictId === currentId)
  const relative = openFamily.find(({ conflictId }) => conflictId === currentId)
  const left = deciding.left + family.left
  const decided = deciding.decisions.length + family.decisions.length

  function decideCurrent(choice: Choice) {
    if (!mayDecide || !current || !canChoose(current, choice)) return
    deciding.decide(current, choice)
    setChosen(stepInList(ids, currentId, 1))
  }
  function decideRelative(choice: FamilyChoice['choice']) {
    if (!mayDecide || !relative || !canChooseForFamily(relative, choice)) return
    family.decide(relative, choice)
    // Who it is, or whose place it takes, is chosen before the next is looked at.
    if (!asksTarget(relative, choice)) setChosen(stepInList(ids, currentId, 1))
  }
  function decideEither(choice: Choice, ofRelative: FamilyChoice['choice']) {
    if (current) decideCurrent(choice)
    else decideRelative(ofRelative)
  }
  useScreenKeys({
    ArrowDown: () => setChosen(stepInList(ids, currentId, 1)),
    ArrowUp: () => setChosen(stepInList(ids, currentId, -1)),
    '1': () => decideEither('keep', 'keep'),
    '2': () => decideEither('accept', 'add'),
    '3': () => decideEither('later', 'later'),
    '4': () => decideRelative('replace'),
  })
  const acceptable = open.filter((conflict) => canChoose(conflict, 'accept'))
  const addable = openFamily.filter((conflict) => canChooseForFamily(conflict, 'add'))
  const acceptAll = () =>
    resolving.resolve(
      acceptable.map(({ conflictId, seen }) => ({ conflictId, seen, decision: 'accept' as const })),
      addable.map((conflict) => additionOf(conflict, proposeTarget(conflict, 'add'))),
    )
  function keepAll() {
    for (const conflict of open) deciding.decide(conflict, 'keep')
    for (const conflict of openFamily) family.decide(conflict, 'keep')
  }
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
      {ids.length === 0 ? (
        <Empty title={t('importConflicts.nothingLeft')} hint={t('importConflicts.nothingLeftHint')} />
      ) : (
        <>
          {open.length > 0 && (
            <ConflictTable
              personName={personName}
              open={open}
              current={current}
              deciding={deciding}
              onDecide={
                mayDecide
                  ? (conflict, choice) => {
                      deciding.decide(conflict, choice)
                      setChosen(conflict.conflictId)
                    }
                  : undefined
              }
            />
          )}
          {openFamily.length > 0 && (
            <>
              <h3 className={classes.part}>{t('importFamily.title')}</h3>
              <FamilyConflictTable
                personName={personName}
                open={openFamily}
                currentId={currentId}
                deciding={family}
                onDecide={
                  mayDecide
                    ? (conflict, choice, targetId) => {
                        family.decide(conflict, choice, targetId)
                        setChosen(conflict.conflictId)
                      }
                    : undefined
                }
              />
            </>
          )}
          {mayDecide && (
            <Group gap="sm" my="sm">
              <Button
                size="xs"
                disabled={left > 0 || decided === 0}
                loading={resolving.busy}
                onClick={() => resolving.resolve(deciding.decisions, family.decisions)}
              >
                {t('importConflicts.apply')}
              </Button>
              <output>
                {left === 0
                  ? t('importConflicts.none')
                  : t('importConflicts.left', { count: left, total: ids.length })}
              </output>
              <Button size="xs" variant="default" onClick={keepAll}>
                {t('importConflicts.keepAll')}
              </Button>
              {acceptable.length + addable.length > 0 && (
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
          openFamily={openFamily}
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
