import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { evaluate } from '@send/shared/forms/logic/evaluate'
import { canHide, listHidden } from '@send/shared/forms/logic/list-hidden'
import { translator } from '@send/shared/texts/translator'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useState } from 'react'

import type { OutlineItem } from '../editor/outline-items.ts'
import classes from '../form-builder.module.css'
import own from './preview.module.css'

const t = translator('en')

type HiddenPartsProps = {
  definition: FormDefinition
  /** The test answers of the preview. */
  typed: Answers
  items: readonly OutlineItem[]
  onOpen: (id: string) => void
}

/** What the test answers hide and why, as long as the form hides anything at all; each entry leads to its place. */
export function HiddenParts({ definition, typed, items, onOpen }: HiddenPartsProps) {
  const [today] = useState(() => dateInLondon(new Date()))
  const form = compileForm(definition)
  if (!canHide(form)) return null
  const labels = new Map(items.map((item) => [item.id, item.label]))
  const hidden = listHidden(evaluate(form, typed, { today }))
  return (
    <div className={own.hiddenParts}>
      <output>
        {hidden.length === 0 ? t('logic.hiddenNothing') : t('logic.hidden', { count: hidden.length })}
      </output>
      <ul className={classes.problems}>
        {hidden.map(({ id, reason, within }) => {
          const label = labels.get(id) ?? ''
          return (
            <li key={`${id} ${within}`} className={classes.problemItem}>
              <button type="button" className={classes.problem} onClick={() => onOpen(id)}>
                {t('logic.hiddenPart', { label: within ? `${label}: ${within}` : label, reason })}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
