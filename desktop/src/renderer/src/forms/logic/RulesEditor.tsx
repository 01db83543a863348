import { Button, Fieldset } from '@mantine/core'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { mostRules, type ValidationRule } from '@send/shared/forms/questions/question-parts'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'

import { TextPair } from '../fields/TextPair.tsx'
import { ConditionField } from './ConditionField.tsx'
import classes from './logic.module.css'

const t = translator('en')

type RulesEditorProps = {
  question: Question
  definition: FormDefinition
  onChange: (question: Question, field?: string) => void
}

/** What must hold of an answer besides its type, each with the sentence that is shown when it does not. */
export function RulesEditor({ question, definition, onChange }: RulesEditorProps) {
  const { rules = [], ...others } = question
  const change = (next: ValidationRule[], field?: string) =>
    onChange(next.length > 0 ? { ...others, rules: next } : others, field)
  const add = () => {
    const must = { kind: 'answered', of: { from: 'answer', questionId: question.id } } as const
    change([...rules, { id: newId(), must, message: { en: '' } }])
  }
  return (
    <Fieldset legend={t('logic.rules')} p="xs" className={classes.field}>
      {rules.map((rule, index) => {
        const number = index + 1
        const changeRule = (changed: ValidationRule, field?: string) =>
          change(rules.with(index, changed), field && `${rule.id} ${field}`)
        return (
          <fieldset key={rule.id} aria-label={t('logic.ruleNumber', { number })} className={classes.group}>
            <ConditionField
              label={t('logic.rule')}
              none=""
              says="rule"
              definition={definition}
              partId={question.id}
              condition={rule.must}
              // A rule without a condition is none.
              onChange={(must, field) =>
                must ? changeRule({ ...rule, must }, field) : change(rules.toSpliced(index, 1))
              }
            />
            <TextPair
              label={t('logic.message')}
              value={rule.message}
              onChange={(message, field) => changeRule({ ...rule, message }, field)}
            />
            <div>
              <Button size="compact-xs" variant="default" onClick={() => change(rules.toSpliced(index, 1))}>
                {t('logic.removeRule', { number })}
              </Button>
            </div>
          </fieldset>
        )
      })}
      <Button size="compact-xs" variant="default" disabled={rules.length >= mostRules} onClick={add}>
        {t('logic.addRule')}
      </Button>
    </Fieldset>
  )
}
