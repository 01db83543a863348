import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { ChoiceOption } from '@send/shared/forms/questions/single-choice'
import { translator } from '@send/shared/texts/translator'

import { ConditionField } from './ConditionField.tsx'
import classes from './logic.module.css'
import { withCondition } from './PartLogic.tsx'

const t = translator('en')

type OptionConditionsProps = {
  questionId: string
  options: ChoiceOption[]
  definition: FormDefinition
  onChange: (options: ChoiceOption[], field?: string) => void
}

/** When each option of a question is offered; folded away, since most options always are. */
export function OptionConditions({ questionId, options, definition, onChange }: OptionConditionsProps) {
  const conditional = options.some(({ showIf }) => showIf !== undefined)
  return (
    <details className={classes.details} open={conditional || undefined}>
      <summary>{t('logic.options')}</summary>
      <div className={classes.stack}>
        {options.map((option, index) => {
          const name = option.label.en.trim() || t('forms.option', { number: index + 1 })
          return (
            <ConditionField
              key={option.value}
              label={t('logic.option.shown', { option: name })}
              none={t('logic.option.always', { option: name })}
              says="offered"
              definition={definition}
              partId={questionId}
              condition={option.showIf}
              onChange={(showIf, field) =>
                onChange(
                  options.with(index, withCondition(option, 'showIf', showIf)),
                  field && `${option.value} ${field}`,
                )
              }
            />
          )
        })}
      </div>
    </details>
  )
}
