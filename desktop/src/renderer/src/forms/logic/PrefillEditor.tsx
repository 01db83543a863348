import { NativeSelect } from '@mantine/core'
import { personWords } from '@send/shared/forms/conditions/condition-in-words'
import { PersonFact } from '@send/shared/forms/conditions/operand'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { EarlierFormBoxes } from './EarlierFormBoxes.tsx'

const t = translator('en')

type Prefill = NonNullable<Question['prefill']>

type PrefillEditorProps = {
  question: Question
  definition: FormDefinition
  onChange: (question: Question, field?: string) => void
}

/** The choice that stands for a source, other than an earlier form. */
function choiceOf(prefill: Prefill | undefined): string {
  return prefill?.from === 'person' ? prefill.fact : (prefill?.from ?? 'nothing')
}

/**
 * From where an answer is offered before anybody types. The person's record is offered to internal forms alone:
 * nothing on a portal may show whether the child is known.
 */
export function PrefillEditor({ question, definition, onChange }: PrefillEditorProps) {
  const { prefill, ...others } = question
  const [choosing, setChoosing] = useState(false)
  const earlier = prefill?.from === 'form' ? prefill : undefined
  const facts = PersonFact.options.filter(
    (fact) => definition.family === 'internal' || (prefill?.from === 'person' && prefill.fact === fact),
  )
  const offersChildren =
    prefill?.from === 'child' || (question.type === 'childDetails' && definition.family !== 'internal')
  const change = (next: Prefill | undefined) => {
    setChoosing(false)
    onChange(next ? { ...others, prefill: next } : others)
  }
  function choose(value: string) {
    const fact = facts.find((candidate) => candidate === value)
    if (fact) return change({ from: 'person', fact })
    if (value === 'form') return setChoosing(true)
    if (value === 'child') return change({ from: 'child' })
    if (prefill) change(undefined)
    else setChoosing(false)
  }
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('logic.prefill')}
        value={choosing || earlier ? 'form' : choiceOf(prefill)}
        data={[
          { value: 'nothing', label: t('logic.prefill.nothing') },
          ...(offersChildren ? [{ value: 'child', label: t('logic.prefill.child') }] : []),
          ...facts.map((fact) => ({
            value: fact,
            label: t('logic.prefill.person', { fact: personWords[fact] }),
          })),
          { value: 'form', label: t('logic.prefill.form') },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {choosing || earlier ? (
        <EarlierFormBoxes
          type={question.type}
          source={earlier}
          onChange={(source) => change({ from: 'form', ...source })}
        />
      ) : null}
    </>
  )
}
