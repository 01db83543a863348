import { Button, Kbd } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef } from 'react'

import list from '../../submissions/work-list/work-list.module.css'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { acceptInWords, remarkOf, unitInWords, type Conflict } from './conflict-words.ts'
import classes from './conflicts.module.css'
import { canChoose, type Choice, type Deciding } from './useDecisions.ts'

const t = translator('en')

type ConflictTableProps = {
  personName: string
  open: readonly Conflict[]
  current: Conflict | undefined
  deciding: Deciding
  /** None for whoever may only look. */
  onDecide: ((conflict: Conflict, choice: Choice) => void) | undefined
}

/** What differs, one row each: what we hold, what came, and what it will be. */
export function ConflictTable({ personName, open, ...rest }: ConflictTableProps) {
  return (
    <table className={classes.table}>
      <caption className={list.caption}>{t('importConflicts.table', { person: personName })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importConflicts.field')}</th>
          <th scope="col">{t('importConflicts.held')}</th>
          <th scope="col">{t('importConflicts.came')}</th>
          <th scope="col">{t('importConflicts.becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {open.map((conflict) => (
          <ConflictRow key={conflict.conflictId} conflict={conflict} {...rest} />
        ))}
      </tbody>
    </table>
  )
}

type ConflictRowProps = Omit<ConflictTableProps, 'personName' | 'open'> & { conflict: Conflict }

function ConflictRow({ conflict, current, deciding, onDecide }: ConflictRowProps) {
  const row = useRef<HTMLTableRowElement>(null)
  const isCurrent = conflict === current
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { unit, held, incoming } = conflict
  const remark = remarkOf(conflict)
  return (
    <tr ref={row} data-current={isCurrent || undefined} aria-current={isCurrent || undefined}>
      <th scope="row">{t(`importField.${unit}`)}</th>
      <td>{unitInWords(unit, held)}</td>
      <td>
        {unitInWords(unit, incoming)}
        {remark && <span className={classes.remark}>{remark}</span>}
      </td>
      <td>
        <Becomes conflict={conflict} deciding={deciding} />
        {onDecide && (
          <Choices
            conflict={conflict}
            chosen={deciding.choiceOf(conflict)}
            onChoose={(choice) => onDecide(conflict, choice)}
          />
        )}
      </td>
    </tr>
  )
}

function Becomes({ conflict, deciding }: { conflict: Conflict; deciding: Deciding }) {
  const { unit, held, accepted } = conflict
  switch (deciding.choiceOf(conflict)) {
    case 'keep':
      return <span className={classes.becomes}>{unitInWords(unit, held)}</span>
    case 'accept':
      return <span className={classes.becomes}>{unitInWords(unit, accepted)}</span>
    case 'later':
      return <StatusMark shape="waiting" word={t('importConflicts.later')} />
    case undefined:
      return deciding.isStale(conflict) ? (
        <StatusMark shape="warning" word={t('importConflicts.changed')} />
      ) : (
        <StatusMark shape="open" word={t('importConflicts.undecided')} />
      )
  }
}

const choices = ['keep', 'accept', 'later'] as const

type ChoicesProps = {
  conflict: Conflict
  chosen: Choice | undefined
  onChoose: (choice: Choice) => void
}

function Choices({ conflict, chosen, onChoose }: ChoicesProps) {
  const words = {
    keep: t('importConflicts.keep'),
    accept: acceptInWords(conflict),
    later: t('importConflicts.later'),
  }
  const label = t('importConflicts.decisionOf', { unit: t(`importField.${conflict.unit}`) })
  return (
    <fieldset className={classes.choices} aria-label={label}>
      {choices.map((choice, index) => (
        <Button
          key={choice}
          size="compact-xs"
          variant={chosen === choice ? 'filled' : 'default'}
          aria-pressed={chosen === choice}
          disabled={!canChoose(conflict, choice)}
          rightSection={
            <Kbd size="xs" aria-hidden>
              {index + 1}
            </Kbd>
          }
          onClick={() => onChoose(choice)}
        >
          {words[choice]}
        </Button>
      ))}
    </fieldset>
  )
}
