import { Alert, Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { listRelationshipProblems } from '@send/shared/people/family/relationships'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { entryOfMember, memberInWords, t, type FamilyMember, type Pair } from './family-words.ts'
import { MeanwhileNotice } from './MeanwhileNotice.tsx'
import { MergedNotice } from './MergedNotice.tsx'
import { RelationshipFields, type ChosenEntry } from './RelationshipFields.tsx'
import { useMeanwhile } from './useMeanwhile.ts'
import { useRelationship } from './useSaying.ts'

type RelationshipDialogProps = {
  /** On whose record this is. */
  personId: string
  pair: Pair
  /** What stands on record; undefined of two who are recorded together now. */
  member?: FamilyMember | undefined
  onRemove?: () => void
  onClose: () => void
}

const nothing: ChosenEntry = { kind: '', parentalResponsibility: 'notKnown', from: '', until: '' }

/** Says, or says anew, what an adult is to a child; what a colleague said meanwhile is shown and not overwritten unseen. */
export function RelationshipDialog({ personId, pair, member, onRemove, onClose }: RelationshipDialogProps) {
  const today = dateInLondon(useNow())
  const [entry, setEntry] = useState(member ? entryOfMember(member) : nothing)
  const [refused, setRefused] = useState<'alreadyThere' | 'circle' | undefined>(undefined)
  const { seen, meanwhile, onMeanwhile } = useMeanwhile(personId, member, ({ carers, children }) =>
    [...carers, ...children].find(({ relationshipId }) => relationshipId === member?.relationshipId),
  )
  const names = { adult: pair.adult.name, child: pair.child.name }
  const { add, correct, busy, merged } = useRelationship({
    onDone() {
      notifications.show({ message: member ? t('family.saved') : t('family.added', names) })
      onClose()
    },
    onRefused: setRefused,
    onMeanwhile,
  })
  const problems = listRelationshipProblems(entry, { birth: pair.child.dateOfBirth, today })
  const { kind } = entry
  const missing = [
    ...(kind === '' ? [t('family.kindMissing')] : []),
    ...(problems.from || problems.until ? [t('family.daysMissing')] : []),
  ]
  function onConfirm() {
    if (kind === '') return
    const said = { ...entry, kind }
    setRefused(undefined)
    if (!member) add({ childId: pair.child.personId, carerId: pair.adult.personId, entry: said })
    else if (seen)
      correct({
        personId: pair.child.personId,
        relationshipId: seen.relationshipId,
        version: seen.version,
        entry: said,
      })
    else onClose()
  }
  return (
    <FormDialog
      wide
      title={t('family.correctTitle', names)}
      confirm={member ? t('family.save') : t('family.add')}
      missing={missing}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {merged && <MergedNotice merged={merged} />}
      {meanwhile && <MeanwhileNotice meanwhile={meanwhile} now={seen && memberInWords(seen)} />}
      {refused && (
        <Alert color="yellow" role="alert" p="xs">
          {t(`family.refused.${refused}`, names)}
        </Alert>
      )}
      <RelationshipFields
        pair={pair}
        entry={entry}
        problems={problems}
        today={today}
        asksUntil={member !== undefined}
        onChange={(changes) => setEntry((before) => ({ ...before, ...changes }))}
      />
      {seen?.by && seen.at && (
        <Text size="xs">{t('family.lastSaid', { by: seen.by, when: momentInWords(seen.at) })}</Text>
      )}
      {onRemove && !meanwhile?.isGone && (
        <Button size="compact-xs" variant="default" style={{ alignSelf: 'start' }} onClick={onRemove}>
          {t('family.remove')}
        </Button>
      )}
    </FormDialog>
  )
}
