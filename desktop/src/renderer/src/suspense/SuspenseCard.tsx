import { Alert, Text, Title } from '@mantine/core'
import { canInSuspense, type SuspenseAction } from '@send/shared/suspense/suspense-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApi } from '../api.ts'
import { dateInWords, momentInWords } from '../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import { CandidateList } from './CandidateList.tsx'
import { CardActions, type CardAction } from './CardActions.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import { FindPerson } from './FindPerson.tsx'
import { RejectedList } from './RejectedList.tsx'
import { SettleDialog } from './SettleDialog.tsx'
import { fullName, type Candidate, type IncomingCard } from './suspense-words.ts'
import { UndoMatch } from './undo/UndoMatch.tsx'
import { useRescore } from './useRescore.ts'
import { LineAsWritten } from './LineAsWritten.tsx'
import { WhyNote } from './WhyNote.tsx'

const t = translator('en')

type Person = { personId: string; name: string }
/** The settlement that waits for its confirmation; without a person the child is added as new. */
type Asking = { person: Person | undefined }

type SuspenseCardProps = { incomingChildId: string; onSettled: () => void }

/** One incoming child, once it is loaded; colleagues and jobs may change what is proposed. */
export function SuspenseCard({ incomingChildId, onSettled }: SuspenseCardProps) {
  const api = useApi()
  const found = useQuery(api.suspense.get.queryOptions({ incomingChildId }))
  if (found.error) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting what={t('suspense.title')} />
  return <LoadedCard card={found.data} onSettled={onSettled} onUndone={() => void found.refetch()} />
}

type LoadedCardProps = { card: IncomingCard; onSettled: () => void; onUndone: () => void }

/** The child beside the people it may be: 1 to 5 choose one, M matches it, X says that it is not the child, N adds a new one. */
function LoadedCard({ card, onSettled, onUndone }: LoadedCardProps) {
  const { incomingChildId, version, child, state, candidates, settled } = card
  const childName = fullName(child)
  const [picked, setPicked] = useState<string | undefined>(undefined)
  const [asking, setAsking] = useState<Asking | undefined>(undefined)
  const mayFind = useMay('people', 'read')
  const maySettle = useMay('matching', 'write')
  const rescore = useRescore({ incomingChildId, version, childName })
  const chosen = candidates.find(({ personId }) => personId === picked) ?? candidates[0]

  const can = (action: SuspenseAction) => maySettle && canInSuspense(state, action)
  const actions: CardAction[] = [
    { key: 'm', act: chosen && can('match') ? () => setAsking({ person: nameOf(chosen) }) : undefined },
    { key: 'n', act: can('addAsNew') ? () => setAsking({ person: undefined }) : undefined },
    { key: 'x', act: chosen && can('reject') ? () => rescore.reject(nameOf(chosen)) : undefined },
    { key: 's', act: can('score') ? rescore.score : undefined },
  ]
  useScreenKeys({
    ...Object.fromEntries(actions.map(({ key, act }) => [key, () => !rescore.busy && act?.()])),
    ...Object.fromEntries(
      candidates.map(({ personId }, index) => [String(index + 1), () => setPicked(personId)]),
    ),
  })

  return (
    <section aria-label={childName}>
      <Title order={2} size="h5" mb={4}>
        {t('suspense.card', { name: childName, date: dateInWords(child.dateOfBirth) })}
      </Title>
      {card.added && (
        <Text size="sm" mb="xs">
          {t('suspense.addedFromList', card.added)}
        </Text>
      )}
      {settled && (
        <Alert title={t('suspense.settledTitle')} mb="sm">
          {t('suspense.alreadyHandled', { by: settled.by, when: momentInWords(settled.at) })}{' '}
          <UndoMatch incomingChildId={incomingChildId} onUndone={onUndone} />
        </Alert>
      )}
      <CandidateList candidates={candidates} chosen={chosen?.personId} onChoose={setPicked} />
      {chosen && !settled && <WhyNote candidate={chosen} isBest={chosen === candidates[0]} />}
      <CardActions actions={actions} busy={rescore.busy} />
      {card.line && <LineAsWritten line={card.line} />}
      {chosen && <ComparisonTable child={child} candidate={chosen} />}
      {!chosen && card.scored && can('addAsNew') && (
        <Empty title={t('suspense.noCandidates')} hint={t('suspense.noCandidatesHint')} />
      )}
      <Text size="xs" mt="xs">
        {scoredInWords(card.scored)}
      </Text>
      <RejectedList
        rejected={card.rejected}
        busy={rescore.busy}
        onTakeBack={can('takeBack') ? rescore.takeBack : undefined}
      />
      {mayFind && can('match') && <FindPerson onMatch={(person) => setAsking({ person })} />}
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

function nameOf({ person }: Candidate): Person {
  return { personId: person.personId, name: fullName(person) }
}

function scoredInWords(scored: IncomingCard['scored']): string {
  if (!scored) return t('suspense.notScored')
  const when = momentInWords(scored.at)
  if (scored.modelVersion === 0) return t('suspense.scoredFirst', { when })
  return t('suspense.scored', { when, version: scored.modelVersion })
}
