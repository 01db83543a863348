import { Checkbox, Stack } from '@mantine/core'
import { findCarerFact } from '@send/shared/forms/carer-questions'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import type { ReactNode } from 'react'

import classes from '../bank/bank.module.css'
import { OptionalTextPair, TextPair } from '../fields/TextPair.tsx'

const t = translator('en')

type QuestionSettingsProps = {
  question: Question
  onChange: (question: Question, field?: string) => void
  /** Its words and settings are those of the question bank; whether an answer is required is the form’s. */
  locked?: boolean | undefined
  /** What is special to the type of the question. */
  children: ReactNode
}

/** What every question has, and below it what its type adds; guidance is only read, so it asks for less. */
export function QuestionSettings({ question, onChange, locked = false, children }: QuestionSettingsProps) {
  const read = question.type === 'guidance'
  return (
    <Stack gap="sm" className={locked ? classes.locked : undefined}>
      <fieldset className={classes.bare} disabled={locked}>
        <Stack gap="sm">
          <TextPair
            label={t(read ? 'forms.guidanceHeading' : 'forms.wording')}
            lines={2}
            value={question.wording}
            onChange={(wording, field) => onChange({ ...question, wording }, field)}
          />
          {!read && (
            <OptionalTextPair
              label={t('forms.help')}
              lines={2}
              value={question.help}
              onChange={(help, field) => {
                const { help: _, ...others } = question
                onChange(help ? { ...others, help } : others, field)
              }}
            />
          )}
        </Stack>
      </fieldset>
      {!read && question.type !== 'calculated' && (
        <Checkbox
          size="xs"
          label={t('forms.required')}
          checked={question.required}
          onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
        />
      )}
      {findCarerFact(question.type) && (
        <fieldset className={classes.bare} disabled={locked}>
          <TellsOf question={question} onChange={onChange} />
        </fieldset>
      )}
      {/* How a value is calculated is the form’s own. */}
      <fieldset className={classes.bare} disabled={locked && question.type !== 'calculated'}>
        {children}
      </fieldset>
    </Stack>
  )
}

/** Whether the answer says something of a parent or carer, beside which an officer sees what is on record. */
function TellsOf({ question, onChange }: Pick<QuestionSettingsProps, 'question' | 'onChange'>) {
  const fact = findCarerFact(question.type)
  const { tellsOf, ...others } = question
  return (
    <Checkbox
      size="xs"
      label={t('forms.tellsOfCarer')}
      description={fact && t(`forms.tellsOf.${fact}`)}
      checked={tellsOf === 'carer'}
      onChange={(event) => onChange(event.currentTarget.checked ? { ...others, tellsOf: 'carer' } : others)}
    />
  )
}
