import type { FormDefinition } from '@send/shared/forms/form-definition'
import { listOwnLogic } from '@send/shared/forms/logic/list-form-parts'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { ConditionField } from './ConditionField.tsx'
import classes from './logic.module.css'
import { OptionConditions } from './OptionConditions.tsx'
import { PartLogic, withCondition } from './PartLogic.tsx'
import { PrefillEditor } from './PrefillEditor.tsx'
import { RulesEditor } from './RulesEditor.tsx'

const t = translator('en')

type QuestionLogicProps = {
  question: Question
  definition: FormDefinition
  /** Whether it is asked in each item of a group: nothing is filled in there beforehand. */
  inGroup?: boolean
  onChange: (question: Question, field?: string) => void
}

/** When a question and its options are shown, when it must be answered, what is right, and what is filled in for it. */
export function QuestionLogic(props: Omit<QuestionLogicProps, 'inGroup'>) {
  return (
    <section className={classes.stack} aria-label={t('logic.heading')}>
      <LogicFields {...props} />
    </section>
  )
}

function LogicFields({ question, definition, inGroup = false, onChange }: QuestionLogicProps) {
  const { requiredIf } = question
  const alwaysAsked = question.type === 'childDetails'
  // What is only read or calculated is not answered by anybody.
  const answered = question.type !== 'calculated' && question.type !== 'guidance'
  return (
    <>
      {alwaysAsked && !question.showIf ? null : (
        <PartLogic
          kind={question.type === 'group' ? 'group' : 'question'}
          part={question}
          definition={definition}
          onChange={onChange}
        />
      )}
      {!answered || (question.required && !requiredIf) ? null : (
        <ConditionField
          label={t('logic.required')}
          none={t(question.required ? 'logic.requiredAlways' : 'logic.requiredNever')}
          says="required"
          definition={definition}
          partId={question.id}
          condition={requiredIf}
          onChange={(next, field) => onChange(withCondition(question, 'requiredIf', next), field)}
        />
      )}
      {'options' in question ? (
        <OptionConditions
          questionId={question.id}
          options={question.options}
          definition={definition}
          onChange={(options, field) => onChange({ ...question, options }, field)}
        />
      ) : null}
      {answered ? (
        <>
          <RulesEditor question={question} definition={definition} onChange={onChange} />
          {inGroup ? null : <PrefillEditor question={question} definition={definition} onChange={onChange} />}
        </>
      ) : null}
    </>
  )
}

/**
 * The same for a question of a group; folded away as long as it has none, and then not drawn: a group holds many
 * questions, and what each may ask is of the whole form.
 */
export function MemberLogic(props: Omit<QuestionLogicProps, 'inGroup'>) {
  const { question } = props
  const [isOpen, setIsOpen] = useState(() => listOwnLogic(question).length > 0)
  return (
    <details
      className={classes.details}
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{t('logic.ofMember')}</summary>
      {isOpen ? (
        <div className={classes.stack}>
          <LogicFields {...props} inGroup />
        </div>
      ) : null}
    </details>
  )
}
