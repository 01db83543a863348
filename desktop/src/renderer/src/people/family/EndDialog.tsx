import { TextInput } from '@mantine/core'
import { listRelationshipProblems, type RelationshipEntry } from '@send/shared/people/family/relationships'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { showUndo } from '../../administration/show-undo.tsx'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { entryOfMember, memberInWords, t, type FamilyMember, type Pair } from './family-words.ts'
import { MeanwhileNotice } from './MeanwhileNotice.tsx'
import { MergedNotice } from './MergedNotice.tsx'
import { useMeanwhile } from './useMeanwhile.ts'
import { useRelationship } from './useSaying.ts'

type EndDialogProps = {
  personId: string
  pair: Pair
  member: FamilyMember
  /** Says again what stood on record before. */
  onUndo: (version: number, before: RelationshipEntry) => void
  onClose: () => void
}

/** Says that somebody is not a child's parent or carer any more, and since when; for ten seconds it can be taken back. */
export function EndDialog({ personId, pair, member, onUndo, onClose }: EndDialogProps) {
  const today = dateInLondon(useNow())
  const [until, setUntil] = useState(today)
  const { seen, meanwhile, onMeanwhile } = useMeanwhile(personId, member, ({ carers, children }) =>
    [...carers, ...children].find(({ relationshipId }) => relationshipId === member.relationshipId),
  )
  const names = { adult: pair.adult.name, child: pair.child.name }
  const before = entryOfMember(seen ?? member)
  const { correct, busy, merged } = useRelationship({
    onDone(version) {
      showUndo(t('family.ended', names), () => onUndo(version, before))
      onClose()
    },
    onRefused: onClose,
    onMeanwhile,
  })
  const problem = listRelationshipProblems(
    { from: before.from, until },
    { birth: pair.child.dateOfBirth, today },
  ).until
  return (
    <FormDialog
      title={t('family.endTitle')}
      sentence={t('family.endSentence', { ...names, kind: t(`family.kind.${before.kind}`).toLowerCase() })}
      confirm={t('family.endConfirm')}
      missing={until === '' || problem ? [t('family.dayMissing')] : []}
      busy={busy}
      onConfirm={() =>
        seen
          ? correct({
              personId: pair.child.personId,
              relationshipId: seen.relationshipId,
              version: seen.version,
              entry: { ...before, until },
            })
          : onClose()
      }
      onClose={onClose}
    >
      {merged && <MergedNotice merged={merged} />}
      {meanwhile && <MeanwhileNotice meanwhile={meanwhile} now={seen && memberInWords(seen)} />}
      <TextInput
        size="xs"
        type="date"
        data-autofocus
        max={today}
        label={t('family.endDay')}
        error={problem && t(`family.problem.${problem}`)}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
