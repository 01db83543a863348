import { Button, Modal, TextInput } from '@mantine/core'
import { placeQuestion } from '@send/shared/forms/bank/place-question'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'

import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { Empty, Failed } from '../../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import classes from './bank.module.css'
import { useBankQuestions, type ListedBankQuestion } from './useBankQuestions.ts'

const t = translator('en')

const columns: readonly Column<ListedBankQuestion>[] = [
  { heading: t('bank.column.wording'), cell: ({ wording }) => wording.en },
  { heading: t('bank.column.type'), cell: ({ type }) => t(`forms.type.${type}`) },
]

type FromBankProps = { onAdd: (question: Question) => void; onClose: () => void }

/** Finds a question of the bank and copies it into the form, so that the draft needs no server from then on. */
export function FromBank({ onAdd, onClose }: FromBankProps) {
  const api = useApi()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const { questions, error, onRetry, isCurrent } = useBankQuestions({ typed })
  const ids = (questions ?? []).map(({ questionId }) => questionId)
  const current = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0]
  const marked = questions?.find(({ questionId }) => questionId === current)

  async function add(questionId: string | undefined) {
    const row = questions?.find((question) => question.questionId === questionId)
    // Enter waits for the list of what was typed, and never takes a question of the list before.
    if (!row || !isCurrent) return
    try {
      const kept = await queries.fetchQuery(
        api.forms.getBankQuestion.queryOptions({ questionId: row.questionId }),
      )
      const [latest] = kept.revisions
      if (!latest) return
      const tie = { questionId: kept.questionId, code: kept.code, revision: latest.number }
      onAdd(placeQuestion(tie, latest.content))
    } catch (failure) {
      showFailure(failure instanceof Error ? failure : { message: String(failure) })
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
    if (step !== undefined) {
      event.preventDefault()
      setChosen(stepInList(ids, current, step))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      void add(current)
    }
  }
  return (
    <Modal opened onClose={onClose} title={t('bank.addTitle')} size="xl" className={classes.dialog}>
      <TextInput
        size="xs"
        data-autofocus
        label={t('bank.filter')}
        description={t('bank.addHint')}
        descriptionProps={{ c: 'var(--mantine-color-text)' }}
        mb="xs"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setChosen(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      {error && <Failed error={{ message: t('bank.needsServer') }} onRetry={onRetry} />}
      {!error && questions && questions.length > 0 && (
        <div className={classes.found}>
          <WorkTable
            caption={t('bank.found')}
            rows={questions}
            idOf={({ questionId }) => questionId}
            nameOf={({ code }) => code}
            nameHeading={t('bank.column.code')}
            current={current}
            // A second press on the marked row adds it, as Enter in the box does.
            onOpen={(questionId) => (questionId === current ? void add(questionId) : setChosen(questionId))}
            columns={columns}
          />
        </div>
      )}
      {!error && questions?.length === 0 && (
        <Empty
          title={t(typed.trim() ? 'bank.nothingFound' : 'bank.empty')}
          hint={t(typed.trim() ? 'bank.nothingFoundHint' : 'bank.emptyHint')}
        />
      )}
      <Button size="xs" mt="sm" disabled={!current} onClick={() => void add(current)}>
        {marked ? t('bank.addNamed', { code: marked.code }) : t('bank.addConfirm')}
      </Button>
      <Button size="xs" mt="sm" ml="sm" variant="default" onClick={onClose}>
        {t('casework.cancel')}
      </Button>
    </Modal>
  )
}
