import { Button, Text } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Conflict, Decision } from '@send/shared/forms/merging/conflict'
import { translator } from '@send/shared/texts/translator'
import { useMemo, useState } from 'react'

import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import builder from '../form-builder.module.css'
import { ConflictCard } from './ConflictCard.tsx'
import classes from './conflicts.module.css'
import { trailInWords } from './sides-in-words.ts'
import type { Deciding } from './useDecisions.ts'
import { scopeOf } from './value-words.ts'

const t = translator('en')

type ConflictListProps = {
  title: string
  back: string
  /** Whose the other side is. */
  colleague: string
  hint: string
  deciding: Deciding
  busy?: boolean
  onLeave: () => void
  /** Everything is decided, and this is what comes of it. */
  onApply: (definition: FormDefinition) => void
}

/** Everything that contradicts, question by question; nothing is applied before all of it is decided. */
export function ConflictList(props: ConflictListProps) {
  const { colleague, deciding, onLeave, onApply } = props
  const { versions, conflicts, decisions, decide, left, resolved } = deciding
  const ids = conflicts.map(({ id }) => id)
  const [chosen, setCurrent] = useState<string | undefined>(ids[0])
  const current = conflicts.find(({ id }) => id === chosen) ?? conflicts[0]
  const scope = useMemo(() => scopeOf([versions.mine, versions.theirs, versions.base]), [versions])

  function decideCurrent(decision: Decision) {
    const choice = typeof decision === 'object' ? 'text' : decision
    if (current?.choices.includes(choice)) decide(current, decision)
  }
  function edit() {
    if (current?.kind !== 'property' || !current.choices.includes('text')) return
    if (typeof decisions[current.id] !== 'object') decide(current, { text: String(current.mine) })
    setTimeout(() => cardOf(current)?.querySelector('textarea')?.focus())
  }
  useScreenKeys({
    j: () => setCurrent(stepInList(ids, current?.id, 1)),
    k: () => setCurrent(stepInList(ids, current?.id, -1)),
    '1': () => decideCurrent('mine'),
    '2': () => decideCurrent('theirs'),
    '3': () => decideCurrent('both'),
    e: edit,
    Escape: onLeave,
  })
  const isDecided = ({ id }: Conflict) => decisions[id] !== undefined
  const owners = [...new Set(conflicts.map(({ owner }) => owner))]
  return (
    <div className={builder.list}>
      <div className={builder.bar}>
        <Button size="compact-xs" variant="default" onClick={onLeave}>
          {props.back}
        </Button>
        <h1 className={builder.heading}>{t('conflicts.title', { title: props.title })}</h1>
        <output>
          {left === 0 ? t('conflicts.none') : t('conflicts.left', { count: left, total: conflicts.length })}
        </output>
        <Button
          size="compact-xs"
          disabled={!resolved}
          loading={props.busy ?? false}
          onClick={() => resolved && onApply(resolved)}
        >
          {t('conflicts.done')}
        </Button>
        <Text size="xs" ml="auto">
          {t('conflicts.keys')}
        </Text>
      </div>
      <div className={builder.scroll}>
        <Text size="sm" p="sm">
          {props.hint}
        </Text>
        {owners.map((owner) => (
          <section key={owner} className={classes.owner} aria-labelledby={`owner-${owner}`}>
            <h2 className={classes.ownerHeading} id={`owner-${owner}`}>
              {ownerInWords(conflicts.find((one) => one.owner === owner))}
            </h2>
            {conflicts
              .filter((conflict) => conflict.owner === owner)
              .map((conflict) => (
                <ConflictCard
                  key={conflict.id}
                  conflict={conflict}
                  decision={decisions[conflict.id]}
                  isDecided={isDecided(conflict)}
                  current={conflict === current}
                  colleague={colleague}
                  scope={scope}
                  onDecide={(decision) => {
                    setCurrent(conflict.id)
                    decide(conflict, decision)
                  }}
                />
              ))}
          </section>
        ))}
      </div>
    </div>
  )
}

function ownerInWords(conflict: Conflict | undefined): string {
  return trailInWords(conflict?.trail ?? []) || t('conflicts.what.settings')
}

function cardOf({ id }: Conflict): Element | undefined {
  return [...document.querySelectorAll('[data-conflict]')].find(
    (card) => card instanceof HTMLElement && card.dataset.conflict === id,
  )
}
