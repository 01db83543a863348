import { NativeSelect, Text } from '@mantine/core'
import { listQuestions } from '@send/shared/forms/form-definition'
import type { QuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { wordingOf } from '../editor/outline-items.ts'

const t = translator('en')

type Source = { code: string; questionId: string }

type EarlierFormBoxesProps = {
  type: QuestionType
  source: Source | undefined
  onChange: (source: Source) => void
}

/** A published form, and one of its questions of the same type, whose answer is taken over. */
export function EarlierFormBoxes({ type, source, onChange }: EarlierFormBoxesProps) {
  const api = useApi()
  const [chosen, setChosen] = useState(source?.code ?? '')
  const list = useQuery(api.forms.list.queryOptions({}))
  const form = list.data?.forms.find(({ code }) => code === chosen)
  const version = form?.versions.at(-1)?.number
  const latest = useQuery(
    api.forms.getVersion.queryOptions(form && version ? { formId: form.formId, version } : skipToken),
  )
  const questions = latest.data
    ? listQuestions(latest.data.definition).filter((one) => one.type === type)
    : []
  const kept = source && source.code === chosen ? source.questionId : ''
  const forms = list.data?.forms ?? []
  return (
    <>
      {list.isError ? <Text size="sm">{t('logic.prefillOffline')}</Text> : null}
      <NativeSelect
        size="xs"
        label={t('logic.prefillForm')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        {chosen === '' ? <option value="">{t('logic.prefillChoose')}</option> : null}
        {chosen !== '' && !form ? <option value={chosen}>{chosen}</option> : null}
        {forms.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </NativeSelect>
      {chosen === '' ? null : (
        <NativeSelect
          size="xs"
          label={t('logic.prefillQuestion')}
          value={kept}
          onChange={(event) => {
            const questionId = event.currentTarget.value
            if (questionId !== '') onChange({ code: chosen, questionId })
          }}
        >
          {kept === '' ? <option value="">{t('logic.prefillChoose')}</option> : null}
          {kept !== '' && !questions.some(({ id }) => id === kept) ? (
            <option value={kept}>{t('logic.prefillKept', { code: chosen })}</option>
          ) : null}
          {questions.map((one) => (
            <option key={one.id} value={one.id}>
              {wordingOf(one)}
            </option>
          ))}
        </NativeSelect>
      )}
    </>
  )
}
