import { questionTypes, type QuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { FilterSelect } from '../../administration/FilterSelect.tsx'
import { ListFrame } from '../../administration/ListFrame.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { When } from '../../submissions/work-list/When.tsx'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import type { BankDraft } from './bank-draft.ts'
import { BankCard } from './BankCard.tsx'
import { NewBankQuestion } from './NewBankQuestion.tsx'
import { useBankQuestions, type ListedBankQuestion } from './useBankQuestions.ts'

const t = translator('en')

const columns: readonly Column<ListedBankQuestion>[] = [
  { heading: t('bank.column.wording'), cell: ({ wording }) => wording.en },
  { heading: t('bank.column.type'), cell: ({ type }) => t(`forms.type.${type}`) },
  { heading: t('bank.externalCode'), cell: ({ externalCode }) => externalCode ?? '—' },
  { heading: t('bank.column.revision'), cell: ({ revision }) => revision },
  { heading: t('bank.column.forms'), cell: ({ forms }) => forms || '—' },
  { heading: t('bank.column.state'), cell: stateOf },
  { heading: t('bank.column.changed'), cell: ({ changedAt }) => <When at={changedAt} /> },
]

function stateOf({ retired, status }: ListedBankQuestion) {
  if (retired) return <StatusMark shape="open" word={t('bank.state.retired')} />
  return <StatusMark shape={status === 'frozen' ? 'done' : 'filled'} word={t(`bank.state.${status}`)} />
}

const shows = ['current', 'retired', 'all'] as const

/** The questions that forms share, and the one that was opened: its words, its revisions and where it is used. */
export function BankScreen() {
  const mayChange = useMay('formBuilder', 'write')
  const [typed, setTyped] = useState('')
  const [type, setType] = useState<QuestionType | undefined>(undefined)
  const [show, setShow] = useState<(typeof shows)[number]>('current')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [adding, setAdding] = useState(false)
  // What was typed into one question stays while the officer looks at another.
  const [drafts, setDrafts] = useState<ReadonlyMap<string, BankDraft>>(new Map())
  const { questions, more, ...found } = useBankQuestions({ typed, type, show })
  const isFiltered = typed.trim() !== '' || type !== undefined || show !== 'current'

  function keepDraft(questionId: string, draft: BankDraft | undefined) {
    setDrafts((before) => {
      const after = new Map(before)
      if (draft) after.set(questionId, draft)
      else after.delete(questionId)
      return after
    })
  }
  return (
    <>
      <ListFrame
        {...found}
        title={t('bank.title')}
        rows={questions}
        filter={{ label: t('bank.filter'), value: typed, onChange: setTyped }}
        tools={
          <>
            <FilterSelect
              label={t('bank.type')}
              any={t('bank.type.any')}
              values={questionTypes}
              wordOf={(value) => t(`forms.type.${value}`)}
              value={type}
              onChange={setType}
            />
            <FilterSelect
              label={t('bank.show')}
              any={t('bank.show.current')}
              values={shows.filter((value) => value !== 'current')}
              wordOf={(value) => t(`bank.show.${value}`)}
              value={show === 'current' ? undefined : show}
              onChange={(value) => setShow(value ?? 'current')}
            />
          </>
        }
        create={mayChange ? { word: t('bank.new'), onCreate: () => setAdding(true) } : undefined}
        notice={more > 0 ? <p>{t('bank.more', { count: more })}</p> : undefined}
        empty={
          isFiltered
            ? { title: t('bank.nothingFound'), hint: t('bank.nothingFoundHint') }
            : { title: t('bank.empty'), hint: t('bank.emptyHint') }
        }
        caption={t('bank.list')}
        idOf={({ questionId }) => questionId}
        nameOf={({ code }) => code}
        nameHeading={t('bank.column.code')}
        columns={columns}
        opened={opened}
        onOpen={setOpened}
        choose={t('bank.choose')}
      >
        {opened && (
          <BankCard
            key={opened}
            questionId={opened}
            mayChange={mayChange}
            draft={drafts.get(opened)}
            onDraft={(draft) => keepDraft(opened, draft)}
            onGone={() => setOpened(undefined)}
          />
        )}
      </ListFrame>
      {adding && (
        <NewBankQuestion
          onStart={(draft) => {
            const questionId = newId()
            keepDraft(questionId, draft)
            setAdding(false)
            setOpened(questionId)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}
