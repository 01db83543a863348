import { Button, Kbd, NativeSelect } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef } from 'react'

import list from '../../submissions/work-list/work-list.module.css'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './conflicts.module.css'
import {
  becomesInWords,
  cameInWords,
  decisionInWords,
  heldInWords,
  nameOfTold,
  possibleInWords,
  remarkOfFamily,
  type FamilyConflict,
} from './family-conflict-words.ts'
import { canChooseForFamily, type DecidingFamily, type FamilyChoice } from './useFamilyDecisions.ts'

const t = translator('en')

type Decide = (conflict: FamilyConflict, choice: FamilyChoice['choice'], targetId?: string | null) => void

type FamilyConflictTableProps = {
  personName: string
  open: readonly FamilyConflict[]
  currentId: string | undefined
  deciding: DecidingFamily
  /** None for whoever may only look. */
  onDecide: Decide | undefined
}

/** What was told of parents and carers, one row each: what we hold, what came, and what it will be. */
export function FamilyConflictTable({ personName, open, ...rest }: FamilyConflictTableProps) {
  return (
    <table className={classes.table}>
      <caption className={list.caption}>{t('importFamily.table', { person: personName })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importFamily.who')}</th>
          <th scope="col">{t('importConflicts.held')}</th>
          <th scope="col">{t('importConflicts.came')}</th>
          <th scope="col">{t('importConflicts.becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {open.map((conflict) => (
          <FamilyRow key={conflict.conflictId} conflict={conflict} {...rest} />
        ))}
      </tbody>
    </table>
  )
}

type FamilyRowProps = Omit<FamilyConflictTableProps, 'personName' | 'open'> & { conflict: FamilyConflict }

function FamilyRow({ conflict, currentId, deciding, onDecide }: FamilyRowProps) {
  const row = useRef<HTMLTableRowElement>(null)
  const isCurrent = conflict.conflictId === currentId
  const remark = remarkOfFamily(conflict)
  const chosen = deciding.choiceOf(conflict)
  const choice = chosen?.choice
  // A choice may ask further below its buttons.
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent, choice])
  return (
    <tr ref={row} data-current={isCurrent || undefined} aria-current={isCurrent || undefined}>
      <th scope="row">{nameOfTold(conflict)}</th>
      <td>
        <Lines lines={heldInWords(conflict)} />
      </td>
      <td>
        <Lines lines={cameInWords(conflict)} />
        {remark && <span className={classes.remark}>{remark}</span>}
      </td>
      <td>
        <Becomes conflict={conflict} chosen={chosen} isStale={deciding.isStale(conflict)} />
        {onDecide && (
          <>
            <Choices conflict={conflict} chosen={chosen} onDecide={onDecide} />
            <Target conflict={conflict} chosen={chosen} onDecide={onDecide} />
          </>
        )}
      </td>
    </tr>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>)
}

type ChosenProps = { conflict: FamilyConflict; chosen: FamilyChoice | undefined }

function Becomes({ conflict, chosen, isStale }: ChosenProps & { isStale: boolean }) {
  if (chosen?.choice === 'later') return <StatusMark shape="waiting" word={t('importConflicts.later')} />
  if (chosen) return <span className={classes.becomes}>{becomesInWords(conflict, chosen)}</span>
  return isStale ? (
    <StatusMark shape="warning" word={t('importConflicts.changed')} />
  ) : (
    <StatusMark shape="open" word={t('importConflicts.undecided')} />
  )
}

const choices = [
  ['keep', t('importConflicts.keep')],
  ['add', t('importFamily.add')],
  ['later', t('importConflicts.later')],
  ['replace', t('importFamily.replace')],
] as const

/** The numbers are those of the other conflicts, so that a hand that knows them needs no new ones; 4 is one more. */
function Choices({ conflict, chosen, onDecide }: ChosenProps & { onDecide: Decide }) {
  return (
    <fieldset className={classes.choices} aria-label={decisionInWords(conflict)}>
      {choices
        .filter(([choice]) => choice !== 'replace' || conflict.replaceable.length > 0)
        .map(([choice, word], index) => (
          <Button
            key={choice}
            size="compact-xs"
            variant={chosen?.choice === choice ? 'filled' : 'default'}
            aria-pressed={chosen?.choice === choice}
            disabled={!canChooseForFamily(conflict, choice)}
            rightSection={
              <Kbd size="xs" aria-hidden>
                {index + 1}
              </Kbd>
            }
            onClick={() => onDecide(conflict, choice)}
          >
            {word}
          </Button>
        ))}
    </fieldset>
  )
}

/** Who on record it is, or whose place it takes, where that is not plain. */
function Target({ conflict, chosen, onDecide }: ChosenProps & { onDecide: Decide }) {
  const { possible, replaceable } = conflict
  if (chosen?.choice === 'add' && possible.length > 0)
    return (
      <NativeSelect
        size="xs"
        mt={4}
        label={t('importFamily.whoIs')}
        value={chosen.targetId ?? ''}
        data={[
          { value: '', label: t('importFamily.somebodyNew') },
          ...possible.map((one) => ({ value: one.personId, label: possibleInWords(one) })),
        ]}
        onChange={({ currentTarget: { value } }) => onDecide(conflict, 'add', value || null)}
      />
    )
  if (chosen?.choice === 'replace' && replaceable.length > 1)
    return (
      <NativeSelect
        size="xs"
        mt={4}
        label={t('importFamily.inPlaceOf')}
        value={chosen.targetId ?? ''}
        data={replaceable.map(({ contactId, value }) => ({ value: contactId, label: value }))}
        onChange={({ currentTarget: { value } }) => onDecide(conflict, 'replace', value)}
      />
    )
  return null
}
