import { Alert, Text, Title } from '@mantine/core'
import { canInSuspense, type SuspenseAction } from '@send/shared/suspense/suspense-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApi } from '../api.ts'
import { inactiveInWords } from '../people/inactive-words.ts'
import { dateInWords, momentInWords } from '../submissions/work-list/date-words.ts'
import { Empty, Failed } from '../submissions/work-list/ScreenStates.tsx'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import { FamilyList } from './background/FamilyList.tsx'
import { HistoryList } from './background/HistoryList.tsx'
import { CandidateList } from './CandidateList.tsx'
import { CardActions, type CardAction } from './CardActions.tsx'
import { CardDialog, type Asking } from './CardDialog.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import { DiscardedNote } from './discard/DiscardedNote.tsx'
import { FindPerson } from './FindPerson.tsx'
import { HoldNote } from './HoldNote.tsx'
import { LineAsWritten } from './LineAsWritten.tsx'
import { QuestionList } from './questions/QuestionList.tsx'
import { RejectedList } from './RejectedList.tsx'
import { fullName, type Candidate, type IncomingCard } from './suspense-words.ts'
import { UndoMatch } from './undo/UndoMatch.tsx'
import { useBringBack } from './discard/useBringBack.ts'
import { useTellOfTakeover, type Looking } from './useLooking.ts'
import { useRescore } from './useRescore.ts'
import { useTellOfCorrection } from './useTellOfCorrection.ts'
import { WhyNote } from './WhyNote.tsx'

const t = translator('en')

type LoadedCardProps = {
  card: IncomingCard
  looking: Looking
  onSettled: () => void
  onChanged: () => void
}

/** The child beside the people it may be: 1 to 5 choose one, and one key each decides; while a colleague looks, T alone. */
export function LoadedCard({ card, looking, onSettled, onChanged }: LoadedCardProps) {
  const { incomingChildId, version, child, state, candidates, settled } = card
  const childName = fullName(child)
  useTellOfTakeover(looking, childName)
  useTellOfCorrection(card.line, childName)
  const [picked, setPicked] = useState<string | undefined>(undefined)
  const [asking, setAsking] = useState<Asking | undefined>(undefined)
  const mayFind = useMay('people', 'read')
  const maySettle = useMay('matching', 'write')
  const rescore = useRescore({ incomingChildId, version, childName })
  const back = useBringBack({ incomingChildId, version, childName }, onSettled)
  const chosen = candidates.find(({ personId }) => personId === picked) ?? candidates[0]
  const around = chosen ? { incomingChildId, personId: chosen.personId } : skipToken
  const background = useQuery(useApi().suspense.getBackground.queryOptions(around))
  const isHeld = looking.hold === 'mine' || !canInSuspense(state, 'hold')
  // What was being asked is not the officer’s to decide any more.
  if (asking && asking.kind !== 'takeOver' && !isHeld) setAsking(undefined)

  const can = (action: SuspenseAction) => maySettle && isHeld && canInSuspense(state, action)
  const isAsked = card.questions.some((question) => question.state === 'open')
  const ask = (kind: 'discard' | 'ask' | 'withdrawQuestion', action: SuspenseAction = kind) =>
    can(action) ? () => setAsking({ kind }) : undefined
  const settle = (person?: Candidate) => () => setAsking({ kind: 'settle', person: person && nameOf(person) })
  const actions: CardAction[] = [
    { key: 'm', act: chosen && can('match') ? settle(chosen) : undefined },
    { key: 'n', act: can('addAsNew') ? settle() : undefined },
    { key: 'x', act: chosen && can('reject') ? () => rescore.reject(nameOf(chosen)) : undefined },
    { key: 'a', act: isAsked ? undefined : ask('ask') },
    { key: 'w', act: isAsked ? ask('withdrawQuestion') : undefined },
    { key: 'd', act: ask('discard') },
    { key: 's', act: can('score') ? rescore.score : undefined },
    { key: 'b', act: can('bringBack') ? back.bringBack : undefined },
    {
      key: 't',
      act: maySettle && looking.hold === 'another' ? () => setAsking({ kind: 'takeOver' }) : undefined,
    },
  ]
  const busy = rescore.busy || back.busy
  useScreenKeys({
    ...Object.fromEntries(actions.map(({ key, act }) => [key, () => !busy && act?.()])),
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
          <UndoMatch incomingChildId={incomingChildId} onUndone={onChanged} />
        </Alert>
      )}
      {card.discarded && <DiscardedNote discarded={card.discarded} />}
      {looking.holder && <HoldNote holder={looking.holder} mayTakeOver={maySettle} />}
      <CandidateList candidates={candidates} chosen={chosen?.personId} onChoose={setPicked} />
      {chosen && card.scored && canInSuspense(state, 'match') && (
        <WhyNote
          candidate={chosen}
          isBest={chosen === candidates[0]}
          automaticFrom={card.scored.automaticFrom}
        />
      )}
      <CardActions actions={actions} busy={busy} />
      <QuestionList questions={card.questions} />
      {card.line && <LineAsWritten line={card.line} />}
      {chosen && <FamilyList background={background.data} />}
      {chosen && <ComparisonTable child={child} candidate={chosen} />}
      {!chosen && card.scored && can('addAsNew') && (
        <Empty title={t('suspense.noCandidates')} hint={t('suspense.noCandidatesHint')} />
      )}
      <Text size="xs" mt="xs">
        {scoredInWords(card.scored)}
      </Text>
      {background.data && <HistoryList {...background.data} />}
      {background.error && <Failed error={background.error} onRetry={() => void background.refetch()} />}
      <RejectedList
        rejected={card.rejected}
        busy={busy}
        onTakeBack={can('takeBack') ? rescore.takeBack : undefined}
      />
      {mayFind && can('match') && <FindPerson onMatch={(person) => setAsking({ kind: 'settle', person })} />}
      {asking && (
        <CardDialog
          asking={asking}
          card={card}
          looking={looking}
          onClose={() => setAsking(undefined)}
          onSettled={onSettled}
        />
      )}
    </section>
  )
}

function nameOf({ person }: Candidate): { personId: string; name: string; inactive: string | undefined } {
  return { personId: person.personId, name: fullName(person), inactive: inactiveInWords(person) }
}

function scoredInWords(scored: IncomingCard['scored']): string {
  if (!scored) return t('suspense.notScored')
  const when = momentInWords(scored.at)
  if (scored.modelVersion === 0) return t('suspense.scoredFirst', { when })
  return t('suspense.scored', { when, version: scored.modelVersion })
}
