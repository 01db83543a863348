import { Text } from '@mantine/core'
import { holdQuestion } from '@send/shared/forms/bank/offer-revision'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { scopeOfWords } from '@send/shared/forms/logic/find-member'
import type { Question } from '@send/shared/forms/questions/question-types'
import type { VersionChange } from '@send/shared/forms/versions/version-change'
import { translator } from '@send/shared/texts/translator'
import { useMemo } from 'react'

import { ChangeTable } from '../versions/ChangeTable.tsx'

const t = translator('en')

type QuestionChangesProps = {
  changes: readonly VersionChange[]
  before: Question
  after: Question
  from: string
  to: string
  /** Where the two say the same. */
  same: string
  /** The form whose other questions their conditions name. */
  definition?: FormDefinition
}

/** Two states of one question side by side: only what differs, as versions of a form are compared. */
export function QuestionChanges(props: QuestionChangesProps) {
  const { changes, before, after, from, to, same, definition } = props
  const scopes = useMemo(() => {
    const scopeOf = (question: Question) => scopeOfWords(compileForm(definition ?? holdQuestion(question)))
    return { before: scopeOf(before), after: scopeOf(after) }
  }, [before, after, definition])
  if (changes.length === 0) return <Text size="sm">{same}</Text>
  return (
    <ChangeTable
      changes={changes}
      from={from}
      to={to}
      scopes={scopes}
      label={t('bank.offer.table')}
      about={before.id}
    />
  )
}
