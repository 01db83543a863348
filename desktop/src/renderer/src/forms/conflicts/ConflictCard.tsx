import { Button, Textarea } from '@mantine/core'
import type { Conflict, Decision } from '@send/shared/forms/merging/conflict'
import type { Scope } from '@send/shared/forms/logic/compile-operand'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef } from 'react'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './conflicts.module.css'
import { sidesInWords } from './sides-in-words.ts'

const t = translator('en')

type ConflictCardProps = {
  conflict: Conflict
  decision: Decision | undefined
  isDecided: boolean
  current: boolean
  colleague: string
  scope: Scope
  onDecide: (decision: Decision) => void
}

/** One contradiction: what it was, what I made of it, what my colleague did, and the choice. */
export function ConflictCard(props: ConflictCardProps) {
  const { conflict, decision, current, onDecide } = props
  const card = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const { what, base, mine, theirs } = sidesInWords(conflict, props.scope)
  const own = typeof decision === 'object' ? decision.text : undefined
  const can = (choice: Conflict['choices'][number]) => conflict.choices.includes(choice)
  const choose = (choice: 'mine' | 'theirs' | 'both', label: string) => (
    <Button
      size="compact-xs"
      variant={decision === choice ? 'filled' : 'default'}
      aria-pressed={decision === choice}
      onClick={() => onDecide(choice)}
    >
      {label}
    </Button>
  )
  return (
    <fieldset
      ref={card}
      className={classes.card}
      data-current={current || undefined}
      data-conflict={conflict.id}
      aria-label={what}
    >
      <h3 className={classes.what}>
        {what}
        <StatusMark
          shape={props.isDecided ? 'done' : 'open'}
          word={t(props.isDecided ? 'conflicts.decided' : 'conflicts.undecided')}
        />
      </h3>
      <div className={classes.sides}>
        <Side heading={t('conflicts.base')} words={base} />
        <Side heading={t('conflicts.mine')} words={mine}>
          {choose('mine', t('conflicts.takeMine'))}
        </Side>
        <Side heading={t('conflicts.theirs', { name: props.colleague })} words={theirs}>
          {choose('theirs', t('conflicts.takeTheirs'))}
        </Side>
      </div>
      <div className={classes.more}>
        {can('both') && choose('both', t(can('text') ? 'conflicts.bothTexts' : 'conflicts.bothParts'))}
        {can('text') && (
          <Button
            size="compact-xs"
            variant={own === undefined ? 'default' : 'filled'}
            aria-pressed={own !== undefined}
            onClick={() => onDecide({ text: own ?? mine })}
          >
            {t('conflicts.edit')}
          </Button>
        )}
      </div>
      {own !== undefined && (
        <Textarea
          size="xs"
          label={t('conflicts.editLabel')}
          autosize
          minRows={2}
          maxLength={10_000}
          value={own}
          data-autofocus
          onChange={(event) => onDecide({ text: event.currentTarget.value })}
        />
      )}
    </fieldset>
  )
}

function Side({ heading, words, children }: { heading: string; words: string; children?: React.ReactNode }) {
  return (
    <div className={classes.side}>
      <h4 className={classes.sideHeading}>{heading}</h4>
      <p className={classes.words}>{words}</p>
      {children}
    </div>
  )
}
